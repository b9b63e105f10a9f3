// 11_default_stub: defines nothing.
// Must be: notImplemented
// Must not exist afterwards: nothing to look for

import Coursework

struct Submission: AffineReLU {}
