#if os(Linux)
  import Foundation

  /// The hostile probe and what it is let loose on.
  enum Probe {
    /// What a probe could do, in its own words, which the trampoline documents.
    ///
    /// The canary file and the listener are the probe's own; no other address is ever tried.
    ///
    /// - Parameter isolating: isolates its launch as a worker's.
    /// - Returns: one word for each feat, "works" among them unless it stumbled.
    /// - Throws: `HostError` when it never came to run.
    static func feats(_ isolating: (Launch) -> Launch) throws(HostError) -> [String] {
      let (own, outside) = (try ScratchFolder(), try ScratchFolder())
      defer { for folder in [own, outside] { folder.remove() } }
      let canary = outside.path + "/canary"
      guard FileManager.default.createFile(atPath: canary, contents: Data("canary".utf8)) else {
        throw .file("Cannot write a file", canary)
      }
      let listener = Listener()
      let launch = Launch(
        program: try Home.trampoline(),
        arguments: ["--probe", canary, String(listener.port), String(getpid())],
        environment: Launch.plainEnvironment(home: own.path), directory: own.path,
        limits: .worker)
      let exit = try ChildProcess.run(isolating(launch), timeLimit: .seconds(10))
      extendLifetime(listener)
      let words = exit.standardOutput.text.split(separator: "\n").map(String.init)
      return exit.status == .exited(0) ? words : words.filter { $0 != "works" }
    }
  }

  /// A port of the loopback interface, chosen by the system, on which we listen.
  private struct Listener: ~Copyable {
    let descriptor: Descriptor
    let port: UInt16

    init() {
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      let number = socket(AF_INET, kind, 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let isListening = withUnsafeMutableBytes(of: &address) { bytes in
        guard let place = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress else {
          return false
        }
        return bind(number, place, size) == 0 && listen(number, 1) == 0
          && getsockname(number, place, &size) == 0
      }
      descriptor = Descriptor(owning: number >= 0 ? number : nil)
      // Without a network there is nothing to reach: any attempt then fails as it should.
      port = isListening ? UInt16(bigEndian: address.sin_port) : 9
    }
  }

  /// The version of Landlock that the kernel offers; zero for none.
  func landlockVersion() -> Int {
    let createRuleset = 444  // the same number on x86-64 and arm64
    return max(0, systemCall(createRuleset, 0, 0, 1))
  }

  @_silgen_name("syscall")
  private func systemCall(_ number: Int, _ first: Int, _ second: Int, _ third: Int) -> Int
#endif
