import CalendarFiles
import ComplianceModel
import TestSupport
import Testing

/// Single values are changed in a text that people keep: all other bytes stay.
@Suite struct `Changing a text that people write` {
  private typealias Step = TextEdit.Step

  private static func text(_ text: String) throws -> EditableText {
    try #require(EditableText(Array(text.utf8), file: "kantor.yaml"))
  }

  private static func path(_ path: String) -> [Step] {
    path.split(separator: ".").map { word in Int(word).map { .item($0) } ?? .key(String(word)) }
  }

  private static func changed(_ old: String, _ act: TextEdit.Act, at path: String) throws -> String
  {
    let new = try text(old).applying(TextEdit(act, at: self.path(path)))
    return String(decoding: new.bytes, as: UTF8.self)
  }

  private static func refusal(_ old: String, _ act: TextEdit.Act, at path: String) throws
    -> Uneditable?
  {
    let read = try text(old)
    do throws(Uneditable) {
      _ = try read.applying(TextEdit(act, at: self.path(path)))
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("a: 1 # satu\nb: 2\n", "a", "7", "a: 7 # satu\nb: 2\n"),
    ("a: 'x ''y''' # satu\n", "a", "it's", "a: 'it''s' # satu\n"),
    ("a: \"x \\\" y\"\n", "a", "z", "a: z\n"),
    ("a: satu\n  dua\nb: 2\n", "a", "tiga", "a: tiga\nb: 2\n"),
    ("a: { b: 1, c: 2 } # dua\n", "a.b", "x, }", "a: { b: 'x, }', c: 2 } # dua\n"),
    ("a: { b: 1 }\n", "a.c", "2", "a: { b: 1, c: 2 }\n"),
    ("a: {}\n", "a.c", "2", "a: { c: 2 }\n"),
    ("a:\nb: 2\n", "a", "1", "a: 1\nb: 2\n"),
    ("a: # satu\nb: 2\n", "a", "1", "a: 1 # satu\nb: 2\n"),
    (
      "a:\n  b: 1\n  # milik a\n\n# milik c\nc: 3\n", "a.d", "4",
      "a:\n  b: 1\n  # milik a\n  d: 4\n\n# milik c\nc: 3\n"
    ),
    ("a: 1\n", "b.c.d", "x y", "a: 1\nb:\n  c:\n    d: 'x y'\n"),
    ("a: 1", "b", "2", "a: 1\nb: 2\n"), ("a: 1\r\n", "b", "2", "a: 1\r\nb: 2\r\n"),
    ("- a: 1\n", "0.a", "2", ""),
    (
      "a:\n  - b: 1\n    c: 2 # dua\n  - b: 3\n", "a.0.d", "x",
      "a:\n  - b: 1\n    c: 2 # dua\n    d: x\n  - b: 3\n"
    ),
    ("a: [x, 'y, z', w] # tiga\n", "a.1", "q", "a: [x, q, w] # tiga\n"),
    // The default that a comment shows is where people look for it.
    (
      "z: 1\n# a: 5        # lima\n#             # masih lima\n# b: 6\ny: 2\n", "a", "7",
      "z: 1\n# a: 5        # lima\n#             # masih lima\na: 7\n# b: 6\ny: 2\n"
    ),
  ])
  func `a value is set where it is`(_ old: String, _ path: String, _ value: String, _ new: String)
    throws
  {
    guard !new.isEmpty else {
      #expect(EditableText(Array(old.utf8), file: "kantor.yaml") == nil)
      return
    }
    #expect(try Self.changed(old, .set(.text(value)), at: path) == new)
    #expect(try Self.changed(new, .set(.text(value)), at: path) == new)
  }

  private static let officer = WrittenValue.mapping([
    .init("nama", .text("A, S.Sos.")), .init("sejak", .text("2026-01-01")),
    .init("kontak", .mapping([.init("surel", .text("a@contoh.invalid"))])),
  ])

  private static func lines(_ indent: String) -> String {
    "\(indent)- nama: 'A, S.Sos.'\n\(indent)  sejak: 2026-01-01\n"
      + "\(indent)  kontak: { surel: 'a@contoh.invalid' }\n"
  }

  @Test func `an item is added behind the last`() throws {
    let added = Self.lines("  ")
    for (old, new) in [
      ("p: [] # kosong\nq: 1\n", "p: # kosong\n" + added + "q: 1\n"),
      ("p: []\n", "p:\n" + added), ("p: []", "p:\n" + added), ("p:\n", "p:\n" + added),
      ("p: # kosong\n", "p: # kosong\n" + added), ("q: 1\n", "q: 1\np:\n" + added),
      (
        "p:\n  - nama: B # dua\n    # milik B\n\nq: 1\n",
        "p:\n  - nama: B # dua\n    # milik B\n" + added + "\nq: 1\n"
      ),
      ("p:\n- nama: B\nq: 1\n", "p:\n- nama: B\n" + Self.lines("") + "q: 1\n"),
      ("# p: []\n#   contoh\nq: 1\n", "# p: []\n#   contoh\np:\n" + added + "q: 1\n"),
    ] {
      #expect(try Self.changed(old, .append(Self.officer), at: "p") == new)
    }
    #expect(
      try Self.changed("p: [a] # x\n", .append(.text("b c")), at: "p") == "p: [a, 'b c'] # x\n")
  }

  @Test(arguments: [
    ("a: 1 # satu\nb: 2\n", "a", "b: 2\n"),
    ("a:\n  b: 1\n  c: 2\n  # milik c\nd: 3\n", "a.c", "a:\n  b: 1\n  # milik c\nd: 3\n"),
    ("a:\n  b: 1\nd: 3\n", "a.b", "d: 3\n"),
    ("a: { b: 1, c: 2 } # x\n", "a.b", "a: { c: 2 } # x\n"),
    ("d: 3\na: { b: 1 }\n", "a.b", "d: 3\n"),
    ("a:\n  - b: 1\n    c: 2\n  - b: 3\n", "a.0", "a:\n  - b: 3\n"),
    (
      "a:\n  - b: 1\n    # milik b\n  - b: 3\n# akhir\n", "a.1",
      "a:\n  - b: 1\n    # milik b\n# akhir\n"
    ),
    ("a: # daftar: satu\n  - b: 1\nd: 3\n", "a.0", "a: [] # daftar: satu\nd: 3\n"),
    ("a:\n  - b: 1\n    c: 2\n", "a.0.c", "a:\n  - b: 1\n"),
    ("a:\n  - b: 1\n    c: 2\n", "a.0.b", "a:\n  - c: 2\n"),
    ("a: [x, y] # dua\n", "a.0", "a: [y] # dua\n"), ("a: [x]\n", "a.0", "a: []\n"),
  ])
  func `a value is removed with its lines alone`(_ old: String, _ path: String, _ new: String)
    throws
  {
    #expect(try Self.changed(old, .remove, at: path) == new)
  }

  @Test(arguments: [
    ("a: |\n  x\nb: 1\n", "a", Uneditable.Reason.text, 1, 4),
    ("a: >\n  x\n", "a", .text, 1, 4), ("a:\n  b: 1\n", "a", .otherMeaning, 2, 3),
    ("a: 1\n", "a.b", .otherMeaning, 1, 1), ("a: [x]\n", "a.3", .otherMeaning, 1, 1),
  ])
  func `what cannot be set safely is refused with its place`(
    _ old: String, _ path: String, _ reason: Uneditable.Reason, _ line: Int, _ column: Int
  ) throws {
    let refusal = try Self.refusal(old, .set(.text("neu")), at: path)
    #expect(refusal?.reason == reason)
    #expect(refusal?.place == SourcePlace(file: "kantor.yaml", line: line, column: column))
  }

  @Test func `a text that cannot be put on one line is refused`() throws {
    #expect(try Self.refusal("a: 1\n", .set(.text("x\ny")), at: "a")?.reason == .otherMeaning)
    #expect(try Self.refusal("a: 1\n", .set(.text("x\u{7}y")), at: "a")?.reason == .otherMeaning)
  }

  @Test func `nothing is removed that is not there`() throws {
    for path in ["b", "a.b", "a.0"] {
      #expect(try Self.refusal("a: 1\n", .remove, at: path)?.reason == .otherMeaning)
    }
    #expect(try Self.refusal("a: 1\n", .remove, at: "a")?.reason == .otherMeaning)
  }

  @Test(arguments: ["a: 1\na: 2\n", "- a\n", "a\n", "", "a: [", "a: &x 1\n"])
  func `a text that is no mapping, or that the reader refuses, is none to change`(_ text: String) {
    #expect(EditableText(Array(text.utf8), file: "kantor.yaml") == nil)
  }

  /// Whatever is set, added or removed, the strict reader finds just that, and every comment that was there.
  @Test func `any change of any text is read back, and no comment is lost`() throws {
    var random = SplitMix64(seed: 15)
    let keys = ["a", "b", "c"]
    let values = ["1", "x y", "it's", "#", "", "- a", "ya: 1", "{", "é", "null", "2026-01-01"]
    func value(_ depth: Int) -> String {
      switch Int.random(in: 0..<(depth > 1 ? 3 : 6), using: &random) {
      case 0: "1 # satu"
      case 1: "'a # b' # kutip"
      case 2: "{ x: 1, y: [p, 'q, r'] } # kurung"
      case 3: block(depth + 1)
      case 4: "\n" + (0..<2).map { _ in indent(depth + 1) + "- i # butir" }.joined(separator: "\n")
      default: "[] # kosong"
      }
    }
    func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
    func block(_ depth: Int) -> String {
      let own = keys.shuffled(using: &random).prefix(2)
      let lines = own.map { "\(indent(depth))\($0): \(value(depth))" }
      return (depth > 0 ? "\n" : "") + lines.joined(separator: "\n\(indent(depth))# lagi\n")
    }
    var changes = 0
    for _ in 0..<3000 {
      let old = block(0) + "\n"
      let text = try #require(EditableText(Array(old.utf8), file: "kantor.yaml"), "\(old)")
      let path = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        Int.random(in: 0..<5, using: &random) > 0
          ? Step.key(keys.randomElement(using: &random) ?? "a") : .item(0)
      }
      let new = WrittenValue.text(values.randomElement(using: &random) ?? "")
      let act: TextEdit.Act = Bool.random(using: &random) ? .set(new) : .append(new)
      let edit = TextEdit(act, at: path)
      guard let changed = try? text.applying(edit) else { continue }
      changes += 1
      let after = String(decoding: changed.bytes, as: UTF8.self)
      #expect(changed.value == edit.applied(to: text.value), "\(old)\(edit)\(after)")
      for comment in ["# satu", "# lagi", "# butir", "# kosong", "# kutip"] {
        let count = after.matches(of: try Regex(comment)).count
        #expect(count == old.matches(of: try Regex(comment)).count, "\(old)\n\(edit)\n\(after)")
      }
    }
    #expect(changes > 500)
  }
}
