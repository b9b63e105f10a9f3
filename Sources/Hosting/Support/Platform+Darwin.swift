#if canImport(Darwin)
  import Darwin
  import Foundation

  /// Opens a pipe whose ends no child of ours inherits (children close everything by default).
  func openPipe() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// A descriptor that becomes readable when the process ends.
  func exitNotice(of process: pid_t) -> Int32? {
    let queue = kqueue()
    guard queue >= 0 else { return nil }
    _ = fcntl(queue, F_SETFD, FD_CLOEXEC)
    var change = kevent(
      ident: UInt(process), filter: Int16(EVFILT_PROC), flags: UInt16(EV_ADD),
      fflags: UInt32(NOTE_EXIT), data: 0, udata: nil,
    )
    if kevent(queue, &change, 1, nil, 0, nil) == 0 { return queue }
    close(queue)
    return nil
  }

  /// Whether orphaned descendants can become children of this process.
  let adoptsOrphans = false

  /// macOS gives orphans to launchd; there is nothing to ask for.
  func becomeSubreaper() {}

  /// The numbers of all processes that this one can see.
  func visibleProcesses() -> [pid_t] {
    var found = [pid_t](repeating: 0, count: Int(proc_listallpids(nil, 0)) + 256)
    let bytes = Int32(found.count * MemoryLayout<pid_t>.stride)
    let count = proc_listallpids(&found, bytes)
    return Array(found.prefix(Int(max(0, count)))).filter { $0 > 0 }
  }

  /// Zero: here a child's peak memory is its own.
  func ownPeakMemory() -> Int { 0 }

  /// The request that asks how many bytes a pipe holds.
  let readableCountRequest = 0x4004_667f  // FIONREAD, a macro that Swift does not import

  /// The unit of `ru_maxrss`, in bytes.
  let peakMemoryUnit = 1

  /// The real path of the running program, or of the test bundle that holds this code.
  package func executablePath() -> String? {
    var image = Dl_info()
    guard dladdr(#dsohandle, &image) != 0, let name = image.dli_fname else { return nil }
    return realPath(String(cString: name))
  }

  /// macOS keeps a copy that cannot be changed; only this user's processes see it.
  package func hideCommandLine() {}

  /// Flags for `posix_spawn` beside those of every platform.
  let platformSpawnFlags = Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
  let newSessionFlag = Int32(POSIX_SPAWN_SETSID)
  /// `POSIX_SPAWN_CLOEXEC_DEFAULT` has closed them, and a request to close them again would fail.
  let closesUnusedDescriptors = false

  /// An empty list of file actions for `posix_spawn`; its type differs between platforms.
  func emptySpawnActions() -> posix_spawn_file_actions_t? { nil }
  /// Empty attributes for `posix_spawn`; their type differs between platforms.
  func emptySpawnAttributes() -> posix_spawnattr_t? { nil }
#endif
