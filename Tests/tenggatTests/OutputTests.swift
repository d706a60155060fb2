import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing

/// No command and no setting writes over what a workspace owns, or what is not the program's.
struct OutputTests {
  private static let day = "2026-04-20"
  private static let ledger = "buku/63.05.12/2026.csv"

  private func office() async throws -> Office {
    let office = try await Office.founded()
    try await office.do("catat LKIP 2025", on: "2026-02-20")
    try office.folder.write("urutan\n", to: "lain/buku/63.05.05/2026.csv")
    try office.folder.write("zona: WITA\n", to: "lain/kantor.yaml")
    try office.folder.write("daftar belanja\n", to: "catatan.txt")
    return office
  }

  /// Everything there, without what is written beside it.
  private func contents(_ office: Office) throws -> [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: try office.folder.files.map { ($0, try office.folder.bytes(of: $0)) })
  }

  @Test func `what a workspace owns is refused to every command that names a place`()
    async throws
  {
    let office = try await office()
    let before = try contents(office)
    let owned = [
      Self.ledger, "kantor.yaml", "wilayah.csv", "dokumen/x.xml", "kalender/x.xml",
      "kotak-masuk/x.xml", "pengingat/2026.csv", "ekspor/beku/x.xml", "sudah-dilihat.csv",
      "../lain/buku/63.05.05/2026.csv", "../lain/kantor.yaml", "ekspor/../\(Self.ledger)",
    ]
    var lines = owned.flatMap { place in
      [
        "ekspor xml --tahun 2026 --keluaran \(place)",
        "surat teguran Bagak --per 2026-04-20 --keluaran \(place)",
        "surat teguran Bagak --per 2026-04-20 --timpa --keluaran \(place)",
      ]
    }
    for folder in ["buku", "dokumen/baru", "../lain/buku", "ekspor/beku"] {
      lines.append("surat teguran --semua --per 2026-04-20 --keluaran \(folder)")
    }
    lines += ["buku/x.yaml", "kalender/x.yaml", "../lain/buku/x.yaml"].map {
      "iku contoh --keluaran \($0)"
    }
    for line in lines {
      expectRefusal(
        try await office.run(line, on: Self.day), 73,
        "milik ruang kerja, tidak ada yang ditulis ke sana")
    }
    #expect(try contents(office) == before)
  }

  @Test func `a receipt goes into no folder of a workspace`() async throws {
    let office = try await office()
    try await office.do("catat LPPDesa 2025 --unit Bagak", on: Self.day)
    let before = try contents(office)
    for folder in ["buku", "dokumen", "../lain/buku", "ekspor/beku"] {
      expectRefusal(
        try await office.run("tanda-terima --keluaran \(folder)", on: Self.day), 73,
        "milik ruang kerja")
    }
    #expect(try contents(office) == before)
    try await office.do("tanda-terima --keluaran terima", on: Self.day)
  }

  @Test func `a file of others, a link and a device are not replaced`() async throws {
    let office = try await office()
    _ = symlink("../catatan.txt", office.folder.path(of: "kantor/tautan.xml"))
    _ = link(office.folder.path(of: "kantor/\(Self.ledger)"), office.folder.path(of: "salinan.csv"))
    let before = try contents(office)
    for (place, said) in [
      ("../catatan.txt", "sudah ada dan bukan ekspor XML buatan Tenggat"),
      ("tautan.xml", "bukan berkas biasa melainkan tautan simbolik"),
      ("../salinan.csv", "mempunyai 2 nama"), ("/dev/null", "melainkan berkas perangkat"),
      ("..", "melainkan folder"),
    ] {
      expectRefusal(
        try await office.run("ekspor xml --tahun 2026 --keluaran \(place)", on: Self.day), 73, said)
    }
    #expect(try contents(office) == before)
    for _ in 1...2 {
      try await office.do("ekspor xml --tahun 2026 --keluaran ../kirim.xml", on: Self.day)
      try await office.do("ekspor xml --tahun 2026", on: Self.day)
      try await office.do("surat teguran Bagak --keluaran ../surat.html", on: Self.day)
    }
    expectRefusal(
      try await office.run("ekspor xml --tahun 2026 --keluaran ../surat.html", on: Self.day), 73,
      "bukan ekspor XML buatan Tenggat")
  }

  @Test func `no workspace is founded in the own folders of another one`() async throws {
    let office = try await office()
    let before = try contents(office)
    for folder in ["buku/baru", "dokumen", "../lain/buku", "ekspor/x"] {
      expectRefusal(
        try await office.run("mulai 63.05.05 \(folder)", on: Self.day), 73,
        "terletak dalam ruang kerja lain")
    }
    #expect(try contents(office) == before)
  }

  // MARK: - Settings

  @Test(arguments: [
    ledger, "kantor.yaml", "wilayah.csv", "pengingat/2026.csv", "pengingat/2027.csv",
    "../lain/\("buku/63.05.05/2026.csv")", "../catatan.txt", "/dev/null", "kotak-masuk/detak",
  ])
  func `a heartbeat writes over nothing, and the check says where it is set`(
    _ place: String
  ) async throws {
    let office = try await office()
    try office.add("pengingat:\n  detak: { berkas: \(place) }\n")
    let line =
      try office.text(of: "kantor.yaml").split(
        separator: "\n", omittingEmptySubsequences: false
      ).count - 1
    try await office.do("ingatkan", on: "2026-02-26")
    var before = try contents(office)
    let run = try await office.run("ingatkan", on: "2026-02-27")
    #expect(run.exitCode == 0)
    #expect(run.errorText.contains("berkas detak \(place) tidak dapat ditulis"))
    var after = try contents(office)
    // The outbox grows, as after every run.
    for outbox in ["kantor/pengingat/2026.csv"] {
      let (old, new) = (before.removeValue(forKey: outbox), after.removeValue(forKey: outbox))
      #expect(try #require(new).starts(with: try #require(old)))
    }
    #expect(after == before)
    let check = try await office.run("periksa pengingat", on: "2026-02-27")
    #expect(check.exitCode == 1)
    #expect(
      check.errorText.contains("kantor.yaml:\(line):20: galat: detak: "), "\(check.errorText)")
  }

  @Test func `a folder of messages is none of the workspace's own, and the check says so`()
    async throws
  {
    let office = try await office()
    try office.add("pengingat:\n  saluran:\n    - { nama: arsip, jenis: berkas, folder: buku }\n")
    let before = try office.records()
    _ = try await office.run("ingatkan", on: "2026-02-26")
    #expect(try office.records() == before)
    let check = try await office.run("periksa pengingat", on: "2026-02-26")
    #expect(check.exitCode == 1)
    #expect(check.errorText.contains("galat: saluran 'arsip': "), "\(check.errorText)")
  }
}
