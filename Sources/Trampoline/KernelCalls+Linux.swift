#if os(Linux)
  // Swift's Glibc module does not import these two, because they are variadic.

  /// Calls the kernel by number.
  @_silgen_name("syscall")
  func systemCall(_ number: Int, _ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Int

  /// Changes what the kernel does with this process.
  @_silgen_name("prctl")
  func processControl(_ option: Int32, _ a: UInt, _ b: UInt, _ c: UInt, _ d: UInt) -> Int32
#endif
