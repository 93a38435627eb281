//! Persons whom everybody knows: whoever is asked for one of them takes no stranger for the answer.

use crate::text::{among, packed};

/// Names that everybody knows, whatever stands before them.
const KNOWN: &str = "\
    Adolf Hitler|Al Gore|Albert Einstein|Alex Ferguson|Alexei Navalny|Andrew Cuomo|\
    Angela Merkel|Ariel Sharon|Aristotle|Arnold Schwarzenegger|Aung San Suu Kyi|Bach|\
    Ban Ki-moon|Barack Obama|Bashar al-Assad|Beethoven|Ben Bernanke|Benito Mussolini|\
    Benjamin Netanyahu|Bernie Sanders|Biden|Bill Clinton|Bill Gates|Bill de Blasio|Bob Dylan|\
    Boris Johnson|Boris Yeltsin|Buddha|Charles Darwin|Charles de Gaulle|Christopher Columbus|\
    Churchill|Cleopatra|Clinton|Colin Powell|Columbus|Condoleezza Rice|Cristiano Ronaldo|Darwin|\
    David Beckham|David Cameron|Dick Cheney|Dmitry Medvedev|Donald Rumsfeld|Donald Trump|\
    Edward Snowden|Einstein|Elon Musk|Emmanuel Macron|Fidel Castro|Franklin D. Roosevelt|\
    Franklin Roosevelt|François Hollande|Freud|Gaddafi|Galileo Galilei|Gandhi|George Bush|\
    George H. W. Bush|George H.W. Bush|George Orwell|George Soros|George W. Bush|\
    George Washington|Gerhard Schröder|Gordon Brown|Greta Thunberg|Hamid Karzai|Henry Ford|\
    Henry Kissinger|Hillary Clinton|Hillary Rodham Clinton|Hitler|Hosni Mubarak|Hugo Chávez|\
    Imran Khan|Isaac Newton|J. K. Rowling|J.K. Rowling|Jacinda Ardern|Jack Dorsey|\
    Jacques Chirac|James Comey|Jay-Z|Jeff Bezos|Jeremy Corbyn|Jesus|Jesus Christ|Jimmy Carter|\
    Joe Biden|John F. Kennedy|John Howard|John Kerry|John Lennon|John McCain|Joseph Stalin|\
    Julia Gillard|Julian Assange|Julius Caesar|Justin Trudeau|Kamala Harris|Kant|Karl Marx|\
    Keir Starmer|Kevin Rudd|Kim Jong Un|Kim Jong-Un|Kim Jong-il|Kim Jong-un|Kofi Annan|\
    Larry Page|LeBron James|Lenin|Leonardo da Vinci|Lionel Messi|Liz Truss|Macron|\
    Mahatma Gandhi|Mahmoud Abbas|Mahmoud Ahmadinejad|Mandela|Mao Zedong|Margaret Thatcher|\
    Marie Curie|Mark Carney|Mark Zuckerberg|Martin Luther King|Martin Luther King Jr.|\
    Martin Scorsese|Merkel|Michael Bloomberg|Michael Jackson|Michael Jordan|Michelangelo|\
    Michelle Obama|Mike Pence|Mikhail Gorbachev|Mitch McConnell|Mitt Romney|Mozart|\
    Muammar Gaddafi|Muhammad|Muhammad Ali|Nancy Pelosi|Napoleon|Napoleon Bonaparte|\
    Narendra Modi|Neil Armstrong|Nelson Mandela|Netanyahu|Nicolas Sarkozy|Nicolás Maduro|\
    Nietzsche|Nigel Farage|Obama|Oprah Winfrey|Osama bin Laden|Paul McCartney|Pete Hegseth|\
    Picasso|Plato|Pope Benedict XVI|Pope Francis|Pope Leo XIV|Putin|Queen Elizabeth II|Reagan|\
    Recep Tayyip Erdogan|Recep Tayyip Erdoğan|Rembrandt|Richard Branson|Richard Nixon|\
    Rishi Sunak|Robert Mugabe|Roger Federer|Ronald Reagan|Rudy Giuliani|Rupert Murdoch|\
    Saddam Hussein|Sam Altman|Sarah Palin|Satya Nadella|Scott Morrison|Serena Williams|\
    Sergey Brin|Sergey Lavrov|Shakespeare|Shinzo Abe|Sigmund Freud|Silvio Berlusconi|Socrates|\
    Stalin|Stephen Hawking|Steve Jobs|Sundar Pichai|Taylor Swift|Thatcher|Theodore Roosevelt|\
    Theresa May|Thomas Edison|Thomas Jefferson|Tiger Woods|Tim Cook|Tom Cruise|Tony Abbott|\
    Tony Blair|Trump|Usain Bolt|Viktor Orbán|Vladimir Lenin|Vladimir Putin|Volodymyr Zelensky|\
    Volodymyr Zelenskyy|Warren Buffett|William Shakespeare|Winston Churchill|Xi Jinping|\
    Yasser Arafat|Yulia Tymoshenko|Yuri Gagarin|Zelensky|Zelenskyy";
const _: () = assert!(packed(KNOWN));

/// Whether everybody knows a name.
pub(super) fn is_known(name: &str) -> bool {
    among(KNOWN, name)
}
