import Coursework
import Foundation
import Grading
import Testing

@testable import Hosting

/// Builds little submissions to `affine-relu` and asks them, as the grader does.
struct Bench {
  let workshop: Workshop
  let kit: Kit

  init(_ isolation: IsolationLevel.Choice = .auto) throws {
    workshop = try .standard(isolation: isolation)
    kit = try workshop.kit(for: "AffineReLU")
  }

  /// A whole submission around the body of `relu(z:)`; everything else is left to the defaults.
  static func submission(relu body: String, extra: String = "", imports: String = "") -> String {
    """
    import Coursework
    \(imports)
    \(extra)
    struct Submission: AffineReLU {
      func relu(z: Tensor) throws -> Tensor {
        \(body)
      }
    }
    """
  }

  func build(_ sources: [String: String]) throws -> SubmissionBuild {
    let files = sources.sorted { $0.key < $1.key }
      .map { SourceFiles.File(name: $0.key, bytes: Array($0.value.utf8)) }
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    return try SubmissionCompiler(workshop: workshop).build(files, against: kit, in: scratch.path)
  }

  /// The replies to the same question, asked so many times of one worker.
  func replies(
    _ source: String, asking times: Int = 1,
    limits: WorkerLimits = WorkerLimits(processorSeconds: 1)
  ) throws -> [Reply] {
    try replies(of: build(["Submission.swift": source]), asking: times, limits: limits)
  }

  /// The same of a submission that was built before.
  func replies(
    of build: SubmissionBuild, asking times: Int = 1,
    limits: WorkerLimits = WorkerLimits(processorSeconds: 1)
  ) throws -> [Reply] {
    let worker = try #require(build.worker, "\(build.diagnostics)")
    let check = Check(id: "relu/values", outputs: ["h"], questions: { _ in [] }) { _, _, _ in
      Finding(check: "relu/values", outputs: [])
    }
    let source = WorkerSource(
      program: worker, limits: limits, isolation: workshop.isolation)
    return try source.withRespondent(to: check) { worker in
      try (0..<times).map { _ in
        try worker.reply(to: Question("relu", ["z": .tensor([[-1, 2], [3, -4]])]))
      }
    }
  }

  /// Why a submission with this body of `relu(z:)` falls silent.
  func silence(
    relu body: String, imports: String = "", extra: String = "", memory: Int = 1024
  ) throws -> Silence? {
    let source = Self.submission(relu: body, extra: extra, imports: imports)
    let limits = WorkerLimits(processorSeconds: 1, memory: memory)
    guard case .silence(let silence)? = try replies(source, limits: limits).first else {
      return nil
    }
    return silence
  }

  /// Why a submission that was built before falls silent.
  func silence(of build: SubmissionBuild) throws -> Silence? {
    guard case .silence(let silence)? = try replies(of: build).first else { return nil }
    return silence
  }
}
