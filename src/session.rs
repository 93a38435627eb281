//! A round being played.
