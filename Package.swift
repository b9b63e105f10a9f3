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
    .target(name: "PlainText", swiftSettings: optimised),
    .target(name: "Digests", swiftSettings: optimised),
    .target(name: "Spelling"),
    .target(
      name: "Coursework", dependencies: ["NumPyRandom", "PlainText", "Tensors"],
      swiftSettings: optimised),
    .target(name: "NumericChecks", dependencies: ["Tensors"], swiftSettings: optimised),

    // MARK: - Floor 1: the words of grading
    .target(name: "Grading", dependencies: ["Coursework", "Digests", "NumericChecks"]),
    .target(name: "Worksheets", dependencies: ["Tensors"]),

    // MARK: - Floor 3: running code that we do not trust
    .executableTarget(name: "Trampoline"),
    .target(name: "Hosting", dependencies: ["Coursework", "Digests", "Grading", "Spelling"]),

    // MARK: - Floor 4: how reports look
    .target(name: "Reports", dependencies: ["Grading", "PlainText"]),

    // MARK: - Tests
    .testTarget(name: "TensorsTests", dependencies: ["Tensors"]),
    .testTarget(
      name: "NumPyRandomTests", dependencies: ["NumPyRandom", "Tensors"],
      resources: [.copy("Vectors")]),
    .testTarget(name: "PlainTextTests", dependencies: ["PlainText"]),
    .testTarget(name: "DigestsTests", dependencies: ["Digests"]),
    .testTarget(name: "SpellingTests", dependencies: ["Spelling"]),
    .testTarget(name: "NumericChecksTests", dependencies: ["NumericChecks", "Tensors"]),
    .testTarget(name: "HostingTests", dependencies: ["Hosting", "Trampoline"]),
    .testTarget(
      name: "ReportsTests", dependencies: ["Grading", "PlainText", "Reports"],
      exclude: ["Goldens"]),
    // MARK: - Floor 2: what students may see of the assignments
    .target(name: "Assignments", dependencies: ["Coursework"], path: "assignments"),

    // MARK: - Floor 3: what students may not see
    .target(
      name: "Reference",
      dependencies: [
        "Assignments", "Coursework", "Grading", "NumPyRandom", "NumericChecks", "Tensors",
      ],
      path: "reference"),

    // MARK: - Tests
    .testTarget(
      name: "ReferenceTests",
      dependencies: [
        "Assignments", "Coursework", "Grading", "NumPyRandom", "NumericChecks", "PlainText",
        "Reference", "Tensors",
      ],
      resources: [.copy("Vectors")]),
    .testTarget(name: "WorksheetsTests", dependencies: ["Tensors", "Worksheets"]),
  ]
)
