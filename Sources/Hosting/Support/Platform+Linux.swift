#if os(Linux)
  import Foundation

  // Swift's Glibc module imports none of these.
  @_silgen_name("pipe2")
  private func pipe2(_ ends: UnsafeMutablePointer<Int32>, _ flags: Int32) -> Int32
  @_silgen_name("syscall")
  private func systemCall(_ number: Int, _ first: Int, _ second: Int) -> Int
  @_silgen_name("prctl")
  private func processControl(
    _ option: Int32, _ a: UInt, _ b: UInt, _ c: UInt, _ d: UInt,
  ) -> Int32

  /// Opens a pipe whose ends no child of ours inherits, without a moment in which one could.
  func openPipe() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [-1, -1]
    return pipe2(&ends, O_CLOEXEC) == 0 ? (ends[0], ends[1]) : nil
  }

  /// A descriptor that becomes readable when the process ends; `nil` on kernels before 5.3.
  func exitNotice(of process: pid_t) -> Int32? {
    let pidfdOpen = 434  // the same number on x86-64 and arm64; closed on exec by definition
    let descriptor = systemCall(pidfdOpen, Int(process), 0)
    return descriptor >= 0 ? Int32(descriptor) : nil
  }

  /// Whether orphaned descendants can become children of this process.
  let adoptsOrphans = true

  /// Has orphaned descendants become children of this process, where they can be found and ended.
  func becomeSubreaper() {
    let setChildSubreaper: Int32 = 36
    _ = processControl(setChildSubreaper, 1, 0, 0, 0)
  }

  /// The numbers of all processes that this one can see.
  func visibleProcesses() -> [pid_t] {
    guard let folder = opendir("/proc") else { return [] }
    defer { closedir(folder) }
    var found: [pid_t] = []
    while let entry = readdir(folder) {
      if let number = pid_t(name(of: entry)) { found.append(number) }
    }
    return found
  }

  /// The largest resident memory of this process so far, in bytes.
  ///
  /// `posix_spawn` lends the parent's memory to the child until it execs, and the kernel counts that
  /// loan in the child's `ru_maxrss`: a child's figure up to this one says nothing about the child.
  func ownPeakMemory() -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
    else { return .max }
    return kilobytes * 1024
  }

  /// The request that asks how many bytes a pipe holds.
  let readableCountRequest = FIONREAD

  /// The unit of `ru_maxrss`, in bytes.
  let peakMemoryUnit = 1024

  /// The real path of the running program.
  package func executablePath() -> String? { realPath("/proc/self/exe") }

  /// Blanks the words of this process's command line but the first: any process may read them.
  package func hideCommandLine() {
    guard let state = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
      let end = state.lastIndex(of: ")")
    else { return }
    // The manual counts from 1, and the name in parentheses is the second: 48 and 49 are the ends.
    let fields = state[end...].split(separator: " ")
    guard fields.count > 47, let first = UInt(fields[46]), let last = UInt(fields[47]),
      first < last, let words = UnsafeMutablePointer<UInt8>(bitPattern: first)
    else { return }
    let line = UnsafeMutableBufferPointer(start: words, count: Int(last - first))
    let rest = line.firstIndex(of: 0) ?? line.endIndex
    for index in rest..<line.endIndex { line[index] = 0 }
  }

  /// Flags for `posix_spawn` beside those of every platform.
  let platformSpawnFlags: Int32 = 0
  let newSessionFlag: Int32 = 0x80  // POSIX_SPAWN_SETSID, hidden behind _GNU_SOURCE
  /// Requests to close descriptors that are not open are harmless here, and needed.
  let closesUnusedDescriptors = true

  /// An empty list of file actions for `posix_spawn`; its type differs between platforms.
  func emptySpawnActions() -> posix_spawn_file_actions_t { posix_spawn_file_actions_t() }
  /// Empty attributes for `posix_spawn`; their type differs between platforms.
  func emptySpawnAttributes() -> posix_spawnattr_t { posix_spawnattr_t() }
#endif
