// b4_nesting_bomb: keeps the compiler busy with 300 arrays in each other.
// Must be: compileError, compileTimedOut
// Must not exist afterwards: a process of the compiler
// Proved at: patience

import Coursework

struct Submission: AffineReLU {}

let bomb =
//× 300 [
  1
//× 300 ]
