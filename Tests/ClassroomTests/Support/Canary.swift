import Foundation
import Testing

/// What a submission must not read, change or call: a folder that anybody may write, a variable of
/// the environment, and listeners on this machine's own address.
final class Canary: Sendable {
  /// A word that stands in the folder and in our environment, and nowhere else.
  let secret = "canary-\(UUID().uuidString)"
  /// The folder; everybody may do anything in it.
  let folder: String
  /// The port of the listeners, TCP and UDP alike.
  let port: UInt16
  private let listeners: [Int32]

  init() throws {
    folder = NSTemporaryDirectory() + "/canary-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    chmod(folder, 0o777)
    for name in ["secret", "report.json"] {
      try Data(secret.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
      chmod("\(folder)/\(name)", 0o666)
    }
    setenv("GRADE_TOKEN", secret, 1)
    (listeners, port) = try Self.listen()
  }

  deinit {
    for listener in listeners { close(listener) }
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// What has changed in the folder or called the listeners.
  var harm: [String] {
    var harm: [String] = []
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
    if names != ["report.json", "secret"] { harm.append("the folder holds \(names)") }
    for name in names where contents(name) != secret { harm.append("\(name) was changed") }
    var table = listeners.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    if poll(&table, nfds_t(table.count), 0) > 0 { harm.append("somebody called") }
    return harm
  }

  private func contents(_ name: String) -> String? {
    var status = stat()
    guard lstat("\(folder)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  /// A listener of each kind on one port of the loopback address.
  private static func listen() throws -> ([Int32], UInt16) {
    for _ in 0..<20 {
      let stream = socket(AF_INET, numericCast(SOCK_STREAM.rawValue), 0)
      let datagram = socket(AF_INET, numericCast(SOCK_DGRAM.rawValue), 0)
      let port = bind(stream, to: 0)
      if let port, bind(datagram, to: port) != nil, Foundation.listen(stream, 8) == 0 {
        return ([stream, datagram], port)
      }
      close(stream)
      close(datagram)
    }
    throw CocoaError(.featureUnsupported)
  }

  private static func bind(_ socket: Int32, to port: UInt16) -> UInt16? {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        Foundation.bind(socket, pointer, size) == 0 && getsockname(socket, pointer, &size) == 0
      } ? UInt16(bigEndian: $0.pointee.sin_port) : nil
    }
  }
}
