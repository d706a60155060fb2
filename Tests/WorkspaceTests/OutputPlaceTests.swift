import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing
import Workspace

/// Where commands and settings may write: nothing of a workspace, and nothing that another program made.
@Suite struct `A place for output` {
  let founded: FoundedWorkspace
  let outside: TemporaryFolder

  init() throws {
    founded = try FoundedWorkspace("63.05.12")
    outside = try TemporaryFolder()
    try founded.folder.write("urutan\n", to: "buku/63.05.12/2026.csv")
  }

  private static let export = #"<?xml version="1.0"?><kepatuhan xmlns="urn:tenggat:kepatuhan:1"/>"#
  private static let page = "<!DOCTYPE html>\n<head>\n<meta \(OutputPlace.pageMark)>\n"
  private static let instant = "2026-02-27T08:00:00+08:00\n"

  /// Why a place is refused; `nil` where it is written to.
  private func refusal(
    _ path: FilePath, _ purpose: OutputPlace.Purpose = .export,
    in workspace: FilePath? = nil, overwriting: Bool = false
  ) throws -> OutputRefusal.Reason? {
    do {
      let place = try OutputPlace(
        path, for: purpose, in: workspace ?? founded.path, overwriting: overwriting)
      try place.write(Array("baru".utf8))
      return nil
    } catch let refusal as OutputRefusal {
      return refusal.reason
    }
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: outside.path(of: name), withDestinationPath: target)
  }

  @Test(arguments: [
    "buku/63.05.12/2026.csv", "buku/63.05.12/2027.csv", "buku/x.xml", "buku/baru/dalam/x.xml",
    "dokumen/x.xml", "dokumen", "kalender/x.yaml", "kalender/iku/x.yaml", "kotak-masuk/x.xml",
    "kotak-masuk/Tarungin/x.xml", "pengingat/2026.csv", "pengingat/x", "pengingat", "rahasia/token",
    "kantor.yaml", "KANTOR.YAML", "wilayah.csv", "sudah-dilihat.csv", "ekspor/beku/x.xml",
    "ekspor/beku", "ekspor/../buku/x.xml", "BUKU/x.xml", "Dokumen/x.xml", "buku",
  ])
  func `is nothing that a workspace owns, there or yet to be made`(_ name: String) throws {
    let before = founded.folder.files
    let folders = try founded.folder.names()
    #expect(try refusal(founded.path.appending(name)) == .ofWorkspace)
    // From another workspace it is the same.
    let other = try FoundedWorkspace("63.05.05")
    #expect(try refusal(founded.path.appending(name), in: other.path) == .ofWorkspace)
    #expect(founded.folder.files == before)
    #expect(try founded.folder.names() == folders)
  }

  @Test(arguments: [
    "ekspor/x.xml", "ekspor/folder/baru/x.xml", "x.xml", "surat/x.xml", "ekspor/beku2/x.xml",
    "bukuku/x.xml", "buku.xml",
  ])
  func `is a new name in ekspor or in a folder of the person's own`(_ name: String) throws {
    #expect(try refusal(founded.path.appending(name)) == nil)
    #expect(try founded.folder.text(of: name) == "baru")
  }

  @Test func `is not reached through a link to a folder of a workspace`() throws {
    for name in ["buku", "dokumen", "kalender", "ekspor/beku"] {
      try FileManager.default.createDirectory(
        atPath: founded.folder.path(of: name), withIntermediateDirectories: true)
      try link("ke-\(name.replacing("/", with: "-"))", to: founded.folder.path(of: name))
    }
    for name in try outside.names() {
      #expect(try refusal(outside.filePath.appending("\(name)/x.xml")) == .ofWorkspace, "\(name)")
    }
    try link("ke-ekspor", to: founded.folder.path(of: "ekspor"))
    #expect(try refusal(outside.filePath.appending("ke-ekspor/x.xml")) == nil)
  }

  @Test func `is not in a folder that the office keeps on another disk`() throws {
    for name in ["dokumen", "63.05.05"] {
      try FileManager.default.createDirectory(
        atPath: outside.path(of: name), withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      atPath: founded.folder.path(of: "dokumen"), withDestinationPath: outside.path(of: "dokumen"))
    try FileManager.default.createSymbolicLink(
      atPath: founded.folder.path(of: "buku/63.05.05"),
      withDestinationPath: outside.path(of: "63.05.05"))
    for name in ["dokumen/x.xml", "63.05.05/2026.csv", "dokumen/63.05.12/x.xml"] {
      #expect(try refusal(outside.filePath.appending(name)) == .ofWorkspace, "\(name)")
    }
    #expect(try refusal(outside.filePath.appending("lain/x.xml")) == nil)
  }

  @Test func `is no link, folder, device or pipe`() throws {
    try outside.write(Self.export, to: "asli.xml")
    try link("tautan.xml", to: "asli.xml")
    try link("menggantung.xml", to: "tidak-ada")
    #expect(mkfifo(outside.path(of: "pipa"), 0o600) == 0)
    let cases: [(FilePath, FileFailure.Kind)] = [
      (outside.filePath.appending("tautan.xml"), .symbolicLink),
      (outside.filePath.appending("menggantung.xml"), .symbolicLink),
      (outside.filePath.appending("pipa"), .pipe), (outside.filePath, .folder),
      ("/dev/null", .device), ("/dev/full", .device),
    ]
    for (path, kind) in cases {
      #expect(try refusal(path) == .notRegular(kind), "\(path)")
    }
    #expect(try outside.text(of: "asli.xml") == Self.export)
    #expect(!outside.holds("tidak-ada"))
  }

  @Test func `is no other name of a file`() throws {
    try outside.write(Self.export, to: "asli.xml")
    #expect(Foundation.link(outside.path(of: "asli.xml"), outside.path(of: "lagi.xml")) == 0)
    #expect(try refusal(outside.filePath.appending("lagi.xml")) == .severalNames(2))
    #expect(
      Foundation.link(
        founded.folder.path(of: "buku/63.05.12/2026.csv"), outside.path(of: "buku.csv")) == 0)
    #expect(try refusal(outside.filePath.appending("buku.csv")) == .severalNames(2))
    try FileManager.default.removeItem(atPath: outside.path(of: "lagi.xml"))
    #expect(try refusal(outside.filePath.appending("asli.xml")) == nil)
  }

  @Test(arguments: [
    (OutputPlace.Purpose.export, Self.export), (.page, Self.page), (.heartbeat, Self.instant),
    (.table(opening: ["kode", "nama", "ada"]), "\u{FEFF}kode;nama;ada;wajib\r\n"),
    (.workbook(ending: "Tanda"), "PK\u{3}\u{4} Tanda"),
    (.calendar, "BEGIN:VCALENDAR\r\nPRODID:\(OutputPlace.calendarMark)\r\n"),
    (.register, "# Register indikator kinerja utama (IKU) untuk diisi.\n"),
    (.message, "Kepada: Camat\n"),
  ])
  func `is a file that was made for the same purpose, and no other`(
    _ purpose: OutputPlace.Purpose, _ text: String
  ) throws {
    let all = [Self.export, Self.page, Self.instant, "Kepada: x\n"]
    for other in all where other.prefix(8) != text.prefix(8) {
      try outside.write(other, to: "berkas")
      #expect(try refusal(outside.filePath.appending("berkas"), purpose) == .foreign(purpose))
      #expect(try outside.text(of: "berkas") == other)
    }
    for other in ["", "x", "kode,nama\n63,Kalsel\n", " " + text, "2026-02-27\n"] {
      try outside.write(other, to: "berkas")
      #expect(try refusal(outside.filePath.appending("berkas"), purpose) == .foreign(purpose))
    }
    try outside.write(text, to: "berkas")
    #expect(try refusal(outside.filePath.appending("berkas"), purpose) == nil)
    #expect(try outside.text(of: "berkas") == "baru")
  }

  @Test(arguments: [
    ("", nil), ("2026-04-02T08:00:00+08:00 GET / 200 3ms 12\n", nil),
    ("zona: WITA\n", OutputRefusal.Reason.foreign(.accessLog)),
    ("2026-04-02\n", .foreign(.accessLog)),
  ])
  func `is a log that was begun, or nothing yet, where lines are added`(
    _ text: String, _ reason: OutputRefusal.Reason?
  ) throws {
    try outside.write(text, to: "akses.log")
    var found: OutputRefusal.Reason?
    do {
      _ = try OutputPlace(
        outside.filePath.appending("akses.log"), for: .accessLog, in: founded.path)
    } catch let refusal as OutputRefusal {
      found = refusal.reason
    }
    #expect(found == reason)
    #expect(try outside.text(of: "akses.log") == text)
  }

  @Test func `may hold anything where a person asks for it in the folder of the purpose`() throws {
    for (name, purpose) in [
      ("ekspor/x.html", OutputPlace.Purpose.page), ("kalender/iku/x.yaml", .register),
    ] {
      try founded.folder.write("disunting", to: name)
      let path = founded.path.appending(name)
      #expect(try refusal(path, purpose) == .foreign(purpose))
      #expect(try refusal(path, purpose, overwriting: true) == nil)
      #expect(try founded.folder.text(of: name) == "baru")
    }
    try outside.write("disunting", to: "x.html")
    #expect(
      try refusal(outside.filePath.appending("x.html"), .page, overwriting: true) == .foreign(.page)
    )
  }

  @Test func `beside the outbox is for what reminders write, under no name of the outbox`() throws {
    for name in ["pengingat/detak", "pengingat/keluar/x.txt"] {
      #expect(try refusal(founded.path.appending(name), .heartbeat) == nil)
      #expect(try refusal(founded.path.appending(name + "2"), .message) == nil)
      #expect(try refusal(founded.path.appending(name + "3"), .export) == .ofWorkspace)
    }
    for name in ["pengingat/2027.csv", "pengingat/.kunci", "pengingat/2026.csv.sisa-1"] {
      #expect(try refusal(founded.path.appending(name), .heartbeat) == .ofWorkspace)
    }
  }

  @Test func `keeps to the folder that was looked at, and to the file`() throws {
    try outside.write(Self.export, to: "a/x.xml")
    try outside.write("urutan\n", to: "b/x.xml")
    let place = try OutputPlace(
      outside.filePath.appending("a/x.xml"), for: .export, in: founded.path)
    // Somebody puts another folder in its place.
    #expect(rename(outside.path(of: "a"), outside.path(of: "c")) == 0)
    #expect(symlink(outside.path(of: "b"), outside.path(of: "a")) == 0)
    try place.write(Array("baru".utf8))
    #expect(try outside.text(of: "b/x.xml") == "urutan\n")
    #expect(try outside.text(of: "c/x.xml") == "baru")

    let second = try OutputPlace(
      outside.filePath.appending("baru.xml"), for: .export, in: founded.path)
    try outside.write("milik orang", to: "baru.xml")
    #expect(throws: FileFailure.self) { try second.write(Array("baru".utf8)) }
    #expect(try outside.text(of: "baru.xml") == "milik orang")

    try outside.write(Self.export, to: "lama.xml")
    let third = try OutputPlace(
      outside.filePath.appending("lama.xml"), for: .export, in: founded.path)
    try FileManager.default.removeItem(atPath: outside.path(of: "lama.xml"))
    try outside.write("milik orang", to: "lama.xml")
    #expect(throws: FileFailure.self) { try third.write(Array("baru".utf8)) }
    #expect(try outside.text(of: "lama.xml") == "milik orang")
  }

  @Test(arguments: ["buku", "dokumen/63.05.12", "kalender", "ekspor", "buku/baru/dalam"])
  func `for a new workspace is in none of another one's own folders`(_ name: String) throws {
    let before = founded.folder.files
    #expect(throws: WorkspaceFailure.self) {
      try WorkspaceFounding("63.05.05", data: founded.data, regionTable: nil)
        .found(in: founded.path.appending(name))
    }
    #expect(founded.folder.files == before)
  }
}
