import ComplianceModel
import TestSupport
import Testing
import Workspace

/// What an event says of a letter, and the emblem at its head.
@Suite struct `a letter in the ledger` {
  @Test(arguments: [
    ("nomor: 100.3/12/Pem; tahap: 1", "100.3/12/Pem", 1, nil),
    ("nomor: 1; tahap: 2; surat: Surat Teguran", "1", 2, "Surat Teguran"),
    ("nomor: 1; tahap: 2; surat: Surat; kedua", "1", 2, "Surat; kedua"),
    ("[kasi] nomor: 1; tahap: 99 alasan: arsip", "1", 99, nil),
  ])
  func `a note is read`(_ text: String, _ number: String, _ step: Int, _ name: String?) throws {
    let note = try #require(LetterNote(text))
    #expect(note == LetterNote(number: number, step: step, stepName: name))
    #expect(LetterNote(note.text) == note)
  }

  @Test(arguments: [
    "", "surat teguran", "nomor: 1", "nomor: ; tahap: 1", "nomor: 1; tahap: 0",
    "nomor: 1; tahap: 100", "nomor: 1; tahap: satu", "tahap: 1; nomor: 1", "Nomor: 1; tahap: 1",
    "nomor: 1; tahap: 1; surat: ", "nomor: 1; tahap: 1; langkah: x", "nomor: 1;tahap: 1",
  ])
  func `a note that says it in another way is none`(_ text: String) {
    #expect(LetterNote(text) == nil)
  }

  @Test func `a number is one line without a semicolon, of at most a hundred characters`() {
    for number in ["1", "100.3/12/Pem/VII/2026", String(repeating: "9", count: 100)] {
      #expect(LetterNote.isNumber(number))
    }
    for number in ["", " ", " 1", "1 ", "1;2", "1\n2", String(repeating: "9", count: 101)] {
      #expect(!LetterNote.isNumber(number))
    }
  }

  // MARK: - The emblem

  private func logo(_ bytes: [UInt8]) throws -> LetterLogo? {
    let founded = try FoundedWorkspace()
    try founded.change("kantor.yaml", "pejabat: []", to: "kop: { logo: kop/logo }")
    try founded.folder.write(bytes, to: "kop/logo")
    return try founded.open().letterLogo()
  }

  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  @Test func `the bytes say what a logo is, not its name`() throws {
    #expect(try logo(Self.png)?.mediaType == "image/png")
    #expect(try logo([0xFF, 0xD8, 0xFF, 0xE0])?.mediaType == "image/jpeg")
    for drawing in [
      "<svg/>", "\u{FEFF}<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>",
      "<?xml version=\"1.0\"?>\n<!-- a > b -->\n<!DOCTYPE svg>\n<svg >",
    ] {
      #expect(try logo(Array(drawing.utf8))?.mediaType == "image/svg+xml", "\(drawing)")
    }
  }

  @Test func `what is no picture, too large or not there is a fault where it is named`() throws {
    let others = [
      "", "GIF89a", "<html><svg/></html>", "<svgs/>", "<!-- <svg/>", "<?xml", "\u{FEFF}", "svg",
    ]
    for bytes in others.map({ Array($0.utf8) }) + [[0x89, 0x50], [0xFF, 0xFE, 0x3C]] {
      #expect(throws: WorkspaceFailure.self) { try logo(bytes) }
    }
    let most = Self.png + [UInt8](repeating: 0, count: LetterLogo.mostBytes - Self.png.count)
    #expect(try logo(most)?.bytes == most)
    do {
      _ = try logo(most + [0])
      Issue.record("it was taken")
    } catch WorkspaceFailure.configuration(let findings) {
      #expect(findings.map(\.code) == ["kop.logo-terlalu-besar"])
      #expect(findings.first?.place.file == "kantor.yaml")
      #expect(findings.first?.place.line ?? 0 > 0)
    }
    let founded = try FoundedWorkspace()
    #expect(try founded.open().letterLogo() == nil)
    try founded.change("kantor.yaml", "pejabat: []", to: "kop: { logo: kop }")
    try founded.folder.write("x", to: "kop/x")
    #expect(throws: WorkspaceFailure.self) { try founded.open().letterLogo() }
  }
}
