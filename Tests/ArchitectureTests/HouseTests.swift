import Testing

@Suite("The plan of the house")
struct HouseTests {
  @Test("No module imports itself, not even by way of others")
  func noCircles() {
    var rest = House.rooms
    while let next = rest.first(where: { $0.value.isDisjoint(with: rest.keys) }) {
      rest[next.key] = nil
    }
    #expect(rest.isEmpty, "these import each other in a circle: \(rest.keys.sorted())")
  }

  @Test("Every room that another may import is a room")
  func rooms() {
    for (module, allowed) in House.rooms {
      #expect(allowed.isSubset(of: House.rooms.keys), "\(module)")
    }
  }

  @Test(
    "What runs strange code, a class and reports knows no assignment",
    arguments: [
      "Hosting", "Classroom", "Reports",
    ])
  func ignorant(module: String) throws {
    // Nor does anything that it imports, so that none comes in through a side door.
    var (open, seen): (Set, Set<String>) = ([module], [])
    while let next = open.popFirst() {
      seen.insert(next)
      open.formUnion(try #require(House.rooms[next]).subtracting(seen))
    }
    #expect(seen.isDisjoint(with: ["Assignments", "Reference"]))
    if module == "Reports" { #expect(!seen.contains("Hosting")) }
  }

  @Test("Platform files are known by their names")
  func platformFiles() {
    for name in ["Platform.swift", "Platform+Linux.swift", "Launcher+Darwin.swift"] {
      #expect(House.isPlatformFile(name))
    }
    for name in ["Launcher.swift", "MyPlatform.swift", "Linux.swift", "Darwin+Launcher.swift"] {
      #expect(!House.isPlatformFile(name))
    }
  }
}
