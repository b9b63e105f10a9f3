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

    // MARK: - Floor 1: the words of grading, and sheets of hand-computed answers (no Foundation)
    .target(
      name: "Grading", dependencies: ["Coursework", "Digests", "NumericChecks"],
      swiftSettings: optimised),
    .target(
      name: "Worksheets", dependencies: ["PlainText", "Spelling", "Tensors"],
      swiftSettings: optimised),

    // MARK: - Floor 2: what students may see (no Foundation)
    .target(
      name: "Assignments", dependencies: ["Coursework", "Grading", "NumericChecks", "Worksheets"],
      path: "assignments", swiftSettings: optimised),

    // MARK: - Floor 3: what students may not see; running code that we do not trust
    .target(
      name: "Reference",
      dependencies: [
        "Assignments", "Coursework", "Grading", "NumPyRandom", "NumericChecks", "Tensors",
        "Worksheets",
      ],
      path: "reference", swiftSettings: optimised),
    .executableTarget(name: "Trampoline"),
    .target(
      name: "Hosting", dependencies: ["Coursework", "Digests", "Grading", "Spelling"],
      exclude: ["PythonWorker"]),

    // MARK: - Floor 4: a class, and how reports look
    .target(
      name: "Classroom",
      dependencies: ["Coursework", "Digests", "Grading", "Hosting", "PlainText", "Worksheets"]),
    .target(name: "Reports", dependencies: ["Grading", "PlainText"]),
    .target(name: "Handouts", dependencies: ["Grading", "Hosting"]),

    // MARK: - Floors 5 and 6: the command line
    .target(
      name: "Commands",
      dependencies: [
        "Classroom", "Digests", "Grading", "Handouts", "Hosting", "PlainText", "Reference",
        "Reports", "Spelling", "Worksheets",
      ]),
    // `swift run` builds the trampoline only because it is named here.
    .executableTarget(name: "gradecheck", dependencies: ["Commands", "Trampoline"]),

    // MARK: - Tests
    .target(name: "Fuzzing", path: "Tests/Fuzzing"),
    .testTarget(name: "TensorsTests", dependencies: ["Tensors"]),
    .testTarget(
      name: "NumPyRandomTests", dependencies: ["NumPyRandom", "Tensors"],
      resources: [.copy("Vectors")]),
    .testTarget(name: "PlainTextTests", dependencies: ["Fuzzing", "PlainText"]),
    .testTarget(name: "DigestsTests", dependencies: ["Digests"]),
    .testTarget(name: "SpellingTests", dependencies: ["Spelling"]),
    .testTarget(
      name: "CourseworkTests",
      dependencies: ["Coursework", "Fuzzing", "NumPyRandom", "PlainText", "Tensors"]),
    .testTarget(name: "NumericChecksTests", dependencies: ["NumericChecks", "Tensors"]),
    .testTarget(
      name: "GradingTests",
      dependencies: ["Coursework", "Digests", "Fuzzing", "Grading", "NumericChecks", "Tensors"]),
    .testTarget(
      name: "WorksheetsTests", dependencies: ["Fuzzing", "PlainText", "Tensors", "Worksheets"]),
    .testTarget(
      name: "ReferenceTests",
      dependencies: [
        "Assignments", "Coursework", "Fuzzing", "Grading", "NumPyRandom", "NumericChecks",
        "PlainText", "Reference", "Tensors", "Worksheets",
      ],
      resources: [.copy("Vectors")]),
    .testTarget(name: "TrampolineTests", dependencies: ["Trampoline"]),
    .testTarget(
      name: "HostingTests",
      dependencies: ["Coursework", "Fuzzing", "Grading", "Hosting", "Trampoline"]),
    .testTarget(
      name: "ClassroomTests",
      dependencies: [
        "Classroom", "Coursework", "Grading", "Hosting", "PlainText", "Reference", "Reports",
        "Trampoline",
      ]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Coursework", "Fuzzing", "Grading", "PlainText", "Reports"],
      exclude: ["Goldens"]),
    .testTarget(
      name: "HandoutsTests",
      dependencies: [
        "Classroom", "Coursework", "Grading", "Handouts", "Hosting", "NumericChecks", "Reference",
      ]),
    .testTarget(name: "CommandsTests", dependencies: ["Grading", "Hosting", "gradecheck"]),
    .testTarget(name: "ArchitectureTests"),
    .testTarget(
      name: "SubmissionTests",
      dependencies: [
        "Classroom", "Grading", "Hosting", "Reference", "Reports", "Spelling", "Trampoline",
      ]),
  ]
)
