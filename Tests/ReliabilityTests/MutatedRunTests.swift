import Foundation
import TestSupport
import Testing

/// Whole runs of the program over files of others, changed as nobody meant: what is given out is right, or refused
/// with the place; each has one second of the processor and 50 MB of memory, and what it starts bounds itself.
///
/// A few of each kind in the short form, ten thousand in the long one.
struct MutatedRunTests {
  private static let exports = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Exports")

  /// A kind of file that is read of others.
  private struct Kind: Sendable, CustomTestStringConvertible {
    /// Where it lies, from the folder of the workspace.
    let file: String
    /// What reads it.
    let command: [String]
    /// The codes with which that may end: in order, or with what the file is at fault for.
    let codes: Set<Int>
    /// What its grammar cares about.
    let tokens: [String]
    /// A sound one, and one of its kind for pieces.
    let sources: @Sendable () throws -> (original: [UInt8], other: [UInt8])

    var testDescription: String { file }
  }

  private static func shipped(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: exports.appending(path: name)))
  }

  /// A file of a shipped profile, as one of the office's own.
  private static func profile(_ name: String) throws -> [UInt8] {
    let text = String(decoding: try shipped("profil/kalsel/\(name)"), as: UTF8.self)
    return Array(text.replacing("profil: kalsel", with: "profil: uji").utf8)
  }

  private static let xml = [
    "<", ">", "&", "&e;", "&#0;", "\"", "<!DOCTYPE x [<!ENTITY e \"e\">]>", "<![CDATA[", "]]>",
    "<!--",
    "xmlns=\"\"", "<xi:include href=\"file:///etc/passwd\"/>", " a=\"\"",
  ]
  private static let yaml = [
    "[", "]", "{", "}", ": ", "- ", "&a ", "*a", "\"", "'", "|", "\n", "\t", "#",
  ]
  private static let table = "unit,laporan,periode,tanggal\n63.05.12,LPPD,2025,2026-08-01\n"
  private static let shaping = [
    "ekspor", "xml", "--triwulan", "2026-TW1", "--profil", "uji", "--keluaran", "-",
  ]

  private static let kinds = [
    Kind(
      file: "kiriman.xml", command: ["gabung", "kiriman.xml", "--json"], codes: [0, 65],
      tokens: xml,
      sources: {
        (try shipped("contoh/63.05.12-2026-TW1.xml"), try shipped("contoh/35.08.09-2026-TW1.xml"))
      }),
    Kind(
      file: "tabel.xlsx", command: ["impor", "tabel.xlsx", "--coba"], codes: [0, 64, 65],
      tokens: ["PK\u{3}\u{4}", "../", "<row>", "xl/"],
      sources: {
        let rows = table.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
        return (MadeWorkbook.table(rows).bytes, MadeWorkbook.rows("").bytes)
      }),
    Kind(
      file: "tabel.csv", command: ["impor", "tabel.csv", "--coba"], codes: [0, 64, 65],
      tokens: [",", ";", "\"", "\n", "LPPD", "2026"],
      sources: { (Array(table.utf8), Array("unit;laporan\n\"a\nb\";c\n".utf8)) }),
    Kind(
      file: "kalender/uji.yaml", command: ["jadwal"], codes: [0, 65, 78], tokens: yaml,
      sources: {
        let text = """
          kalender: uji
          diperiksa: 2026-01-01
          laporan:
            - kode: LapUji
              nama: Laporan Karangan
              tingkat: kecamatan
              sifat: pelaporan
              periode: triwulan
              penanggung_jawab: kasi-kesra
              aturan:
                - tenggat: { hari_bulan_berikutnya: 10 }
                  sumber: Surat (karangan)
                  keyakinan: LOCAL

          """
        return (Array(text.utf8), Array("tahun: 2026\nlibur: []\n".utf8))
      }),
    Kind(
      // 64: a profile that is now for years is sound, and was asked for a quarter.
      file: "profil/uji/profil.yaml", command: shaping, codes: [0, 64, 65, 66, 78], tokens: yaml,
      sources: { (try profile("profil.yaml"), try shipped("profil/ringkas/profil.yaml")) }),
    Kind(
      file: "profil/uji/layout.xsl", command: shaping, codes: [0, 65],
      tokens: xml + ["<xsl:apply-templates/>", "document('')", "//*", "{", "}", "xsl:"],
      sources: { (try shipped("profil/kalsel/layout.xsl"), try shipped("profil/jatim/layout.xsl")) }
    ),
    Kind(
      file: "profil/uji/penerima.xsd", command: shaping, codes: [0, 65],
      tokens: xml + [
        "maxOccurs=\"unbounded\"", "type=\"xs:int\"", "<xs:include schemaLocation=\"a\"/>",
      ],
      sources: { (try shipped("profil/kalsel/penerima.xsd"), try shipped("kepatuhan-1.xsd")) }),
  ]

  /// Small stacks, as those of threads that wait count as memory that is filled; and no limit of the processor that
  /// a program could not move, as those do that bound themselves.
  private static let limits = "ulimit -S -t 1; ulimit -s 1024; ulimit -d 51200; "

  @Test(arguments: kinds)
  private func `a mutated file is read, or refused with its name and what is wrong`(
    _ kind: Kind
  ) async throws {
    let office = try await TestOffice.founded()
    let folder = URL(fileURLWithPath: office.path)
    for name in ["profil.yaml", "layout.xsl", "penerima.xsd"] {
      let file = folder.appending(path: "profil/uji/\(name)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(Self.profile(name)).write(to: file)
    }
    let file = folder.appending(path: kind.file)
    let (original, other) = try kind.sources()
    var accidents = Accidents(kind.file, tokens: kind.tokens)
    let count = Torture.count(3, long: 10_000)
    var refused = 0
    for number in 0...count {
      // The first is sound: the bounds are wide enough for it.
      let bytes = number == 0 ? original : accidents.happen(to: original, near: other)
      try Data(
        kind.file.hasSuffix("profil.yaml") && number == 0 ? Data(contentsOf: file) : Data(bytes)
      )
      .write(to: file)
      let run = try await ProgramRun.run(
        "/bin/sh",
        ["-c", Self.limits + "exec \"$0\" \"$@\"", Torture.program] + kind.command,
        in: office.path,
        environment: office.environment(on: "2026-08-03").merging(
          ["TENGGAT_DATA": Self.exports.deletingLastPathComponent().path]) { $1 })
      let context: Comment =
        "\(kind.file), accident \(number), benih \(Torture.seed): \(run.exitCode) \(run.errorText)"
      #expect(number == 0 ? run.exitCode == 0 : kind.codes.contains(run.exitCode), context)
      guard run.exitCode != 0 else { continue }
      refused += 1
      let lines = run.errorText.split(separator: "\n")
      #expect(!lines.isEmpty && lines.contains { $0.contains("galat: ") }, context)
      #expect(lines.contains { $0.contains(file.lastPathComponent) || $0.contains("uji") }, context)
      #expect(!Self.isEnglish(run.errorText), context)
    }
    #expect(refused > 0)
    Torture.report("\(count) \(kind.file) berubah, \(refused) ditolak")
  }

  /// Whether a message has words of a library in it, outside of what it quotes.
  private static func isEnglish(_ text: String) -> Bool {
    let own = text.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: " ")
    return own.contains(#/\b(?:the|is not|not|expected|found|invalid|failed|could)\b/#)
  }
}
