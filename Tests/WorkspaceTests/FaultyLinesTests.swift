import ComplianceModel
import PlainText
import SystemPackage
import TestSupport
import Testing
import Workspace

/// Which lines of files are shown below what is wrong with them.
@Suite struct FaultyLinesTests {
  private static let office = """
    zona: WITA
    pejabat:
      - { jabatan: camat, nama: Karangan }
      - { jabatan: sekcam, nama: Karangan, kontak: { surel: a@contoh.invalid } }
    pengingat:
      saluran:
        - { nama: surat, jenis: berkas }
    pengingatt: { apa: TOKEN-RAHASIA }
    kop: { url: https://contoh.invalid/TOKEN }
    """

  /// The lines that are shown at a place of a workspace with a file.
  private func shown(_ file: String, _ text: String, _ line: Int, _ column: Int = 1) throws
    -> [String]?
  {
    let folder = try TemporaryFolder()
    try folder.write(text, to: file)
    var lines = FaultyLines(workspace: FilePath(folder.path), data: nil)
    let place = SourcePlace(file: file, line: line, column: column)
    return lines.excerpt(at: place)?.lines
  }

  @Test(arguments: ["kalender/uji.yaml", "wilayah.csv", "tabel.csv", "kalender/iku/uji.yml"])
  func `a line of a file that people write is shown`(_ file: String) throws {
    #expect(try shown(file, "a: 1\nb: 2\n", 2, 4) == ["2 | b: 2", "  |    ^"])
    #expect(try shown(file, "a: 1\nb: 2\n", 3) == nil)
    #expect(try shown(file, "a: 1\nb: 2\n", 0) == nil)
    #expect(try shown(file, "", 1) == nil)
  }

  @Test(arguments: [
    "pengguna.csv", "langganan.csv", "sudah-dilihat.csv", "buku/63.05.12/2026.csv",
    "pengingat/2026.csv", "dokumen/a.csv", "ekspor/a.xml", "rahasia",
  ])
  func `a line of what is secret, or mended by no hand, is not`(_ file: String) throws {
    #expect(try shown(file, "TOKEN\n", 1) == nil)
  }

  @Test func `of the settings what tells no secret and no way to somebody is shown`() throws {
    let lines = try (1...9).filter { try shown("kantor.yaml", Self.office, $0) != nil }
    #expect(lines == [1, 2, 3])
  }

  @Test func `a file that is not there, and one that is a folder, show nothing`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "kalender/uji.yaml/x")
    var lines = FaultyLines(workspace: FilePath(folder.path), data: nil)
    for file in ["kalender/lain.yaml", "kalender/uji.yaml"] {
      #expect(lines.excerpt(at: SourcePlace(file: file, line: 1, column: 1)) == nil)
    }
  }
}
