import CalendarFiles
import CivilCalendar
import ComplianceModel
import TestSupport
import Testing

/// A date is written into a text that people keep: all other bytes stay.
@Suite struct `Writing a date into a calendar file` {
  private static func entry(
    _ report: String = "LPPD", _ covered: String = "2025", _ date: String = "2026-01-30",
    _ letter: String = "Sekda 100/1, 5 Januari 2026", unit: String? = nil
  ) throws -> SetDateEntry {
    SetDateEntry(
      report: report, period: try period(covered), unit: try unit.map { try region($0) },
      date: try day(date), letter: letter)
  }

  private static func text(_ text: String) throws -> SetDateText {
    try #require(SetDateText(Array(text.utf8), file: "kalender/a.yaml"))
  }

  private static func written(_ text: String, _ entry: SetDateEntry, _ name: String? = nil) throws
    -> String
  {
    String(
      decoding: try self.text(text).with(entry, unitName: name).bytes, as: UTF8.self)
  }

  private static func refusal(_ text: String, _ entry: SetDateEntry) throws
    -> Uneditable?
  {
    let read = try self.text(text)
    do throws(Uneditable) {
      _ = try read.with(entry, unitName: nil)
      return nil
    } catch {
      return error
    }
  }

  private static let head = "kalender: a\ndiperiksa: 2026-01-02\n"
  private static let added = """
      - laporan: LPPD
        periode: 2025
        tanggal: 2026-01-30
        surat: 'Sekda 100/1, 5 Januari 2026'

    """

  @Test func `a new file is read by the strict reader`() throws {
    for scope in [nil, "63.05.12"] {
      let bytes = SetDateText.new(
        named: "ditetapkan", on: try day("2026-01-12"), for: try scope.map { try region($0) })
      let text = try #require(SetDateText(bytes, file: "kalender/ditetapkan.yaml"))
      #expect(text.entries.isEmpty && !text.hasList && text.region?.description == scope)
      let written = try text.with(
        try `Writing a date into a calendar file`.entry(), unitName: nil)
      let string = String(decoding: written.bytes, as: UTF8.self)
      #expect(string.hasPrefix("# ") && string.hasSuffix("\nditetapkan:\n" + Self.added))
    }
  }

  @Test(arguments: [
    "", "libur_dihapus: []\n",
    "laporan:\n  - kode: LPPD\n    catatan: |\n      # bukan keterangan\n",
    "# akhir\n",
  ])
  func `a list is added at the end`(_ rest: String) throws {
    let before = Self.head + rest
    #expect(try Self.written(before, Self.entry()) == before + "ditetapkan:\n" + Self.added)
  }

  @Test func `a last line without an end gets one, and line ends stay what they are`() throws {
    let before = "kalender: a\r\ndiperiksa: 2026-01-02"
    let list = ("ditetapkan:\n" + Self.added).replacing("\n", with: "\r\n")
    #expect(try Self.written(before, Self.entry()) == before + "\r\n" + list)
  }

  @Test func `an entry is added behind the last, whose comments stay with it`() throws {
    let list = """
      ditetapkan:
          # dari Sekda
          - laporan: LKPJ   # tiap tahun
            periode: 2025
            tanggal: 13 Februari 2026 # Jumat
            surat: >
              Sekda 100/2
              # ini bagian surat
            # milik LKPJ

      # milik yang berikut
      libur_dihapus: []

      """
    let marker = "      # milik LKPJ\n"
    let own = Self.added.replacing("  - ", with: "    - ").replacing("\n    ", with: "\n      ")
    let text = (Self.head + list)
    let expected = text.replacing(marker, with: marker + own)
    #expect(expected != text)
    #expect(try Self.written(text, Self.entry()) == expected)
  }

  @Test func `a list at the margin goes on at the margin`() throws {
    let text =
      Self.head + "ditetapkan:\n- {laporan: LKPJ, periode: 2025, tanggal: 2026-02-13, surat: s}\n"
    let own = Self.added.replacing("  - ", with: "- ").replacing("\n    ", with: "\n  ")
    #expect(
      try Self.written(text + "# akhir\nwajib: []\n", Self.entry()) == text + own
        + "# akhir\nwajib: []\n")
  }

  @Test func `another date for the same period replaces the values alone`() throws {
    let text =
      Self.head + """
        ditetapkan:
          - surat: "lama: #1"  # é, surat lama
            laporan: LPPD
            tanggal: 13 Februari 2026   # Jumat
            periode: "2025"
          - { laporan: LPPD, periode: 2024, tanggal: 2025-02-01, surat: x } # tetap
        """
    let expected =
      text
      .replacing("\"lama: #1\"", with: "'Sekda 100/1, 5 Januari 2026'")
      .replacing("13 Februari 2026 ", with: "2026-01-30 ")
    #expect(try Self.written(text, Self.entry()) == expected)
    let other = try Self.entry("LPPD", "2024", "2025-02-03", "it's, {x}")
    #expect(
      try Self.written(text, other)
        == text.replacing("2025-02-01, surat: x", with: "2025-02-03, surat: 'it''s, {x}'"))
  }

  @Test func `a unit has an entry of its own, with its name beside the code`() throws {
    let text = Self.head + "ditetapkan:\n" + Self.added
    let own = try Self.entry(unit: "63.05.12.2008")
    let name = "    unit: '63.05.12.2008'  # Desa Bagak\n"
    #expect(try Self.written(text, own, "Desa Bagak") == text + Self.added + name)
    #expect(try Self.written(text, own, "Desa\nBagak").hasSuffix("    unit: '63.05.12.2008'\n"))
  }

  @Test(arguments: [
    ("{ kalender: a, diperiksa: 2026-01-02 }\n", Uneditable.Reason.flow, 1, 1),
    (
      head + "ditetapkan: [{laporan: LKPJ, periode: 2025, tanggal: 2026-02-13, surat: s}]\n", .flow,
      3, 13
    ),
    (head + "ditetapkan: []\n", .flow, 3, 13),
    (
      head
        + "ditetapkan:\n  - laporan: LPPD\n    periode: 2025\n    tanggal: 2026-02-13\n    surat: |\n      s\n",
      .text, 7, 12
    ),
    // A text at the end would take the new lines for its own, or end otherwise.
    (head + "...\n", .otherMeaning, 1, 1),
  ])
  func `what cannot be changed safely is refused with its place`(
    _ text: String, _ reason: Uneditable.Reason, _ line: Int, _ column: Int
  ) throws {
    let refusal = try #require(try Self.refusal(text, Self.entry()))
    #expect(refusal.reason == reason)
    #expect(refusal.place == SourcePlace(file: "kalender/a.yaml", line: line, column: column))
  }

  @Test func `what is no calendar file is none`() {
    for text in ["", "a: [", "- a\n", "kalender: \u{FFFF}"] {
      #expect(SetDateText(Array(text.utf8), file: "a.yaml") == nil, "\(text)")
    }
  }

  /// Lines that may stand anywhere in a list of dates.
  private static let lines = [
    "", "   ", "# margin: [x", "  # keterangan", "    # - laporan: LPPD", "\t# tab",
    "      # dalam",
  ]
  private static let letters = [
    "S 1", "a: b # c", "'kutip'", "\"", "é – ü", "- x", "{}[],&*!|>%@`", "\\n",
  ]

  @Test(arguments: UInt64(1)...60)
  func `whatever is inserted or replaced, every other line stays byte for byte`(
    _ seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    var text = Self.head
    let lineEnd = Bool.random(using: &random) ? "\n" : "\r\n"
    if Bool.random(using: &random) { text += "ditetapkan:\n" + Self.added }
    text = text.replacing("\n", with: lineEnd)
    var dates: [SetDateEntry: CivilDate] = [:]
    for step in 0..<12 {
      // Somebody adds comments and blank lines by hand; a last line may be without an end.
      var lines = text.split(separator: lineEnd, omittingEmptySubsequences: false).map(String.init)
      let place = Int.random(in: 0..<lines.count, using: &random)
      lines.insert(Self.lines.randomElement(using: &random) ?? "", at: place)
      let changed = lines.joined(separator: lineEnd)
      // Not everything that people write can be read.
      guard SetDateText(Array(changed.utf8), file: "a.yaml") != nil else { continue }
      text = changed
      let letter = Self.letters.randomElement(using: &random) ?? "x"
      let unit = ["63.05.12.2008", "63.05.12.2001", nil].randomElement(using: &random) ?? nil
      let entry = try Self.entry(
        "LPPDesa", ["2025", "2024"].randomElement(using: &random) ?? "2025",
        "2026-0\(1 + step % 9)-1\(step % 10)", letter, unit: unit)
      let before = try Self.text(text)
      let known = before.written(entry)
      let after = try before.with(entry, unitName: "Desa Bagak")
      #expect(after.written(entry)?.entry == entry)
      #expect(after.entries.count == before.entries.count + (known == nil ? 1 : 0))
      dates[entry] = entry.date
      let (old, new) = (Self.split(before.bytes), Self.split(after.bytes))
      let kept = new.difference(from: old).removals.count
      // Of an entry that is replaced two lines may change; of a new one, none: only the end of a last
      // line without one is added.
      let isEnded = text.isEmpty || text.hasSuffix("\n")
      #expect(kept <= (known == nil ? (isEnded ? 0 : 1) : 2), "\(text)")
      text = String(decoding: after.bytes, as: UTF8.self)
    }
    #expect(!dates.isEmpty)
  }

  /// The lines with their ends.
  private static func split(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    for byte in bytes {
      lines[lines.count - 1].append(byte)
      if byte == 0x0A { lines.append([]) }
    }
    return lines
  }
}
