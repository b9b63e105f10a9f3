#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few calls of the C library that replacing a file takes.
enum Platform {
  /// What the C library says of a call that failed.
  struct Fault: Error {
    let words: String
    /// Whether the disk is full (of bytes or of files), read-only or broken.
    let isOfDisk: Bool

    /// Reads `errno`, so it must be made right after the call.
    init() {
      let number = errno
      words = String(cString: strerror(number))
      isOfDisk = [ENOSPC, EDQUOT, EROFS, EIO].contains(number)
    }
  }

  /// Makes a new file of exactly these bytes and hands them to the disk.
  ///
  /// - Throws: `Fault`; the file may then hold a part of the bytes, unless it existed before.
  static func create(_ path: String, _ bytes: [UInt8]) throws(Fault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Fault() }
    do throws(Fault) {
      try write(bytes, to: descriptor)
      guard fsync(descriptor) == 0 else { throw Fault() }
    } catch {
      _ = close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw Fault() }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Fault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let put = rest.withUnsafeBytes { writeSome(descriptor, $0.baseAddress, $0.count) }
      if put > 0 {
        rest = rest.dropFirst(put)
      } else if errno != EINTR {
        throw Fault()
      }
    }
  }

  /// Makes a folder.
  ///
  /// - Returns: Whether it was not there before.
  static func makeFolder(_ path: String) throws(Fault) -> Bool {
    if mkdir(path, 0o777) == 0 { return true }
    let fault = Fault()
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault }
    _ = close(descriptor)
    return false
  }

  /// Gives a file another name, in place of a file that has that name already.
  static func move(_ path: String, to target: String) throws(Fault) {
    guard rename(path, target) == 0 else { throw Fault() }
  }

  /// Removes a file, if it is there.
  static func remove(_ path: String) { _ = unlink(path) }

  /// Hands a folder's entries to the disk; without effect where the system does not offer it.
  static func flushFolder(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }
}

// Inside `Platform` the name `write` means its own function.
private func writeSome(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
