// b3_literal_bomb: keeps the compiler busy with 400,000 numbers.
// Must be: compileError, compileTimedOut
// Must not exist afterwards: a process of the compiler
// Proved at: patience

import Coursework

struct Submission: AffineReLU {}

let bomb = [
//× 400000 1,
]
