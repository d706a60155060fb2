@testable import CalendarFiles
import ComplianceModel
import Testing

/// Scales of predicates, as files hold them.
struct ScaleFileTests {
  private static func scale(_ text: String, name: String = "uji") throws -> PredicateScale {
    let (scale, findings) = ScaleFile.read(YAMLText(Array(text.utf8), file: "uji"), name: name)
    #expect(findings.isEmpty, "\(findings.map(\.line))")
    return try #require(scale)
  }

  private static let survey = """
    skala: uji
    judul: Mutu pelayanan
    sumber: PermenPANRB 14/2017
    rujukan: lampiran
    keyakinan: VERIFIED
    diperiksa: 2026-11-21
    batas_bawah: termasuk
    kelas:
      - { huruf: A, nama: Sangat Baik, dari: "88.31" }
      - { huruf: B, nama: Baik, dari: 76.61 }
      - { huruf: C, nama: Kurang Baik, dari: 65 }
      - { huruf: D, nama: Tidak Baik, dari: "25.0" }
    unsur: [Persyaratan, Waktu penyelesaian]
    """

  @Test func `a file gives its classes and elements`() throws {
    let scale = try ScaleFileTests.scale(ScaleFileTests.survey)
    #expect(scale.name == "uji")
    #expect(scale.title == "Mutu pelayanan")
    #expect(scale.source == LegalSource(title: "PermenPANRB 14/2017", reference: "lampiran"))
    #expect(scale.confidence == .verified)
    #expect(
      scale.grades.map(\.text) == ["A Sangat Baik", "B Baik", "C Kurang Baik", "D Tidak Baik"])
    #expect(scale.grades.map(\.from) == [8831, 7661, 6500, 2500])
    #expect(scale.elements == ["Persyaratan", "Waktu penyelesaian"])
    #expect(scale.grade(of: 7660)?.letters == "C")
    #expect(scale.grade(of: 7661)?.letters == "B")
  }

  @Test func `a scale may leave its lower bounds out, and has no elements unless it says so`()
    throws
  {
    let text = ScaleFileTests.survey
      .replacing("batas_bawah: termasuk", with: "batas_bawah: tidak-termasuk")
      .replacing("unsur: [Persyaratan, Waktu penyelesaian]", with: "")
    let scale = try ScaleFileTests.scale(text)
    #expect(scale.elements.isEmpty)
    #expect(scale.grade(of: 7661)?.letters == "C")
    #expect(scale.grade(of: 7662)?.letters == "B")
  }

  @Test(arguments: [
    ("88.31", 8831), ("88.3", 8830), ("88", 8800), ("0", 0), ("0.01", 1), ("100.00", 10_000),
  ])
  func `a decimal is held in hundredths`(_ text: String, _ hundredths: Int) {
    var reader = YAMLReader(file: "uji")
    let root = reader.root(of: YAMLText(Array("[\(text)]".utf8), file: "uji"))
    let read = reader.hundredths(root?.items?.first)
    #expect(read == hundredths)
    #expect(reader.findings.isEmpty)
  }

  @Test(arguments: ["88,31", "88.311", "-1", "+1", "1e2", ".5", "5.", "1/2", "\"\"", "1.000.000"])
  func `what is no decimal is a fault`(_ text: String) {
    var reader = YAMLReader(file: "uji")
    let root = reader.root(of: YAMLText(Array("- '\(text)'".utf8), file: "uji"))
    let read = reader.hundredths(root?.items?.first)
    #expect(read == nil)
    #expect(reader.findings.count == 1)
  }
}
