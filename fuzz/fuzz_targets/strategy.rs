#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hwb_fuzz::targets::strategy(bytes));
