import Answers
import Testing

/// Grouping by a key.
struct GroupsTests {
  /// A key of which many share a hash.
  private struct Key: Hashable {
    let name: String

    func hash(into hasher: inout Hasher) { hasher.combine(name.count) }
  }

  @Test
  func `groups stand in the order of their first elements, and keys with one hash stay apart`() {
    let words = ["satu", "dua", "tiga", "satu", "empat", "dua", "lima", "tiga", "satu"]
    let groups = words.groups { Key(name: $0) }
    #expect(groups.map(\.key.name) == ["satu", "dua", "tiga", "empat", "lima"])
    #expect(groups.map(\.members.count) == [3, 2, 2, 1, 1])
    #expect(groups.allSatisfy { group in group.members.allSatisfy { $0 == group.key.name } })
  }

  @Test func `nothing has no groups`() {
    #expect([String]().groups { $0 }.isEmpty)
  }
}
