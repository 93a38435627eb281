//! Measures what is found in articles: `make eval`.

mod gold;

fn main() {
    match std::env::args().nth(1) {
        Some(path) => {
            if let Err(error) = gold::score(&path) {
                eprintln!("{error}");
                std::process::exit(1);
            }
        }
        None => eprintln!("Which file of gold annotations?"),
    }
}
