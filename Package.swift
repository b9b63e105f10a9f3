// swift-tools-version: 6.2
import PackageDescription

// Arithmetic on arrays runs about forty times slower without optimisation, and the test suite and
// the grader live in debug builds: these targets are always optimised.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"])]

let package = Package(
  name: "gradecheck",
  platforms: [.macOS(.v15)],
  targets: [
    // MARK: - Floor 0: arithmetic, chance, text and what crosses the pipe (no Foundation)
    .target(name: "Tensors", swiftSettings: optimised),
    .target(name: "NumPyRandom", dependencies: ["Tensors"], swiftSettings: optimised),

    // MARK: - Floor 3: compiles and runs code that we do not trust
    .executableTarget(name: "Trampoline"),
    .target(name: "Hosting"),

    // MARK: - Tests
    .testTarget(name: "TensorsTests", dependencies: ["Tensors"]),
    .testTarget(
      name: "NumPyRandomTests",
      dependencies: ["NumPyRandom", "Tensors"],
      resources: [.copy("Vectors")],
    ),
    .target(name: "Digests", swiftSettings: optimised),
    .target(name: "PlainText"),
    .target(name: "NumericChecks", dependencies: ["Tensors"], swiftSettings: optimised),

    // MARK: - Tests
    .testTarget(name: "DigestsTests", dependencies: ["Digests"]),
    .testTarget(name: "PlainTextTests", dependencies: ["PlainText"]),
    .testTarget(name: "NumericChecksTests", dependencies: ["NumericChecks", "Tensors"]),
    .testTarget(name: "HostingTests", dependencies: ["Hosting", "Trampoline"]),
  ]
)
