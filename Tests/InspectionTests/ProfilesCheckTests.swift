import ComplianceModel
import Inspection
import SystemPackage
import TestSupport
import Testing
import Workspace

/// The check of the layouts of receivers.
struct ProfilesCheckTests {
  private let founded: FoundedWorkspace

  init() throws { founded = try FoundedWorkspace() }

  private static let program = FilePath(ProgramRun.builtProgram)

  private func found() throws -> [String] {
    try founded.inspect(["profil"], programsBeside: Self.program)["profil", default: []].map(\.line)
  }

  private static let layout = """
    <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
      xmlns:k="urn:tenggat:kepatuhan:1" exclude-result-prefixes="k">
      <xsl:template match="k:kepatuhan[@triwulan]"><a/></xsl:template>
    </xsl:stylesheet>
    """

  private func write(_ scopes: String, _ name: String = "uji") throws {
    try founded.folder.write(
      """
      profil: \(name)
      judul: Karangan
      contoh: ya
      dokumen: [\(scopes)]
      keluaran: xml
      nama_berkas: "{profil}-{kecamatan}-{masa}.xml"

      """, to: "profil/\(name)/profil.yaml")
    try founded.folder.write(ProfilesCheckTests.layout, to: "profil/\(name)/layout.xsl")
  }

  @Test func `what is shipped is sound`() throws { #expect(try found() == []) }

  @Test func `a profile is tried on the documents that it takes, and on no other`() throws {
    try write("triwulan")
    #expect(try found() == [])
    try write("triwulan, tahun")
    // The text of the whole document comes out where no template is for it.
    #expect(try found().first?.contains("(dari contoh 35.08.09-2026.xml)") == true)
  }

  @Test func `the faults of several profiles are told together`() throws {
    try write("triwulan", "satu")
    try write("triwulan", "dua")
    try founded.change("profil/satu/profil.yaml", "judul", to: "judull")
    try founded.folder.write("<a>", to: "profil/dua/layout.xsl")
    let found = try found()
    #expect(found.contains { $0.hasPrefix("profil/satu/profil.yaml:2: ") })
    #expect(found.contains { $0.hasPrefix("profil/dua/layout.xsl:1: ") })
  }

  @Test func `without a program to start, the files are read all the same`() throws {
    try write("triwulan")
    try founded.change("profil/uji/profil.yaml", "judul", to: "judull")
    #expect(
      try founded.findings(of: "profil").contains {
        $0.line.hasPrefix("profil/uji/profil.yaml:2: ")
      })
  }

  @Test(arguments: [".DS_Store", "catatan~"])
  func `what editors leave behind is passed over`(_ name: String) throws {
    try founded.folder.write("x", to: "profil/\(name)")
    #expect(try found() == [])
  }

  @Test func `many at once end, and none waits for another`() async throws {
    // More than there are threads of Swift's own, each of which waits for a program.
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<12 {
        group.addTask {
          try FoundedWorkspace().inspect(["profil"], programsBeside: ProfilesCheckTests.program)
            .values.flatMap(\.self).count
        }
      }
      for try await count in group { #expect(count == 0) }
    }
  }
}
