import Coursework
import Foundation
import Grading
import Testing

@testable import Hosting

@Suite(
  "Isolation", .serialized,
  .enabled(if: !Levels.strong.isEmpty, "this machine offers neither Landlock nor bwrap"))
struct IsolationTests {
  @Test("The level is what the probe shows", arguments: Levels.strong)
  func proven(choice: IsolationLevel.Choice) throws {
    let isolation = try Levels.proven(choice)
    #expect(isolation.level.rawValue == choice.rawValue)
    #expect(isolation.level > .limits)
    #expect(isolation.shortcoming == nil)
    #expect(isolation.description.contains("Landlock"))
  }

  @Test("Where the choice is ours it is landlock, and limits only when they are asked for")
  func choice() throws {
    #expect(try Levels.proven(.auto).level == .landlock)
    #expect(try Levels.proven(.limits).level == .limits)
    #expect(try Levels.proven(.limits).shortcoming != nil)
  }

  @Test("The probe is hostile: with limits alone it does everything that it tries")
  func hostile() throws {
    let feats = try Probe.feats { $0 }
    let all = ["reads", "writes", "changes", "connects", "forks", "signals", "spies", "works"]
    #expect(feats == all)
  }

  @Test(
    "A hole in the confinement is found by the probe",
    arguments: [
      ("readable", "reads"), ("writable", "writes"), ("environment", "spies"), ("none", ""),
    ])
  func holes(hole: String, feat: String) throws {
    let isolation = try Levels.proven(.landlock)
    let temporary = FileManager.default.temporaryDirectory.path
    let feats = try Probe.feats { launch in
      var launch = isolation.isolating(worker: launch)
      switch hole {
      case "readable": launch.confinement?.readable.append(temporary)
      case "writable": launch.confinement?.writable.append(temporary)
      case "environment": launch.environment["GRADECHECK_CANARY"] = "secret"
      default: break
      }
      return launch
    }
    #expect(feats.contains(feat) == (hole != "none"))
    #expect(feats.last == "works")
  }

  @Test("A confinement that stifles honest code is no proof either")
  func stifled() throws {
    let isolation = try Levels.proven(.landlock)
    let feats = try Probe.feats { launch in
      var launch = isolation.isolating(worker: launch)
      launch.confinement?.writable = ["/dev/null"]
      return launch
    }
    #expect(feats == [])
  }

  @Test("A level that was asked for by name and does not hold is our fault, in one sentence")
  func unproven() throws {
    let error = #expect(throws: HostError.self) {
      try Isolation.proven(.landlock, runtime: "/nowhere")
    }
    #expect(error?.code == .isolationUnproven)
    let auto = try Isolation.proven(.auto, runtime: "/nowhere")
    #expect(auto.level == .limits)
    #expect(auto.shortcoming?.contains("landlock does not hold") == true)
  }
}
