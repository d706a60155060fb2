import Exchange
import Foundation
import FuzzEntries
import TestSupport
import Testing

/// Exports and workbooks of strangers as whole processes: which files are opened, and what is left in memory.
struct HostileExportTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func sample(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: "Exports/contoh/\(name)")))
  }

  // MARK: - Files and network

  private static let tracer = "/usr/bin/strace"

  /// A secret beside the document, which each of the documents tries to get hold of.
  private static let secret = "rahasia.txt"

  /// Documents that would reach for a file or for the network.
  private static func hostileExports() throws -> [(name: String, bytes: [UInt8])] {
    let sound = String(decoding: try sample("63.05.12-2026-TW1.xml"), as: UTF8.self)
    func with(_ part: String, before place: String = "<kepatuhan") -> [UInt8] {
      Array(sound.replacing(place, with: part + place, maxReplacements: 1).utf8)
    }
    return [
      ("entity", with("<!DOCTYPE kepatuhan [<!ENTITY e SYSTEM \"\(secret)\">]>")),
      ("subset", with("<!DOCTYPE kepatuhan SYSTEM \"\(secret)\">")),
      ("network", with("<!DOCTYPE kepatuhan SYSTEM \"http://127.0.0.1:9/\(secret)\">")),
      ("public", with("<!DOCTYPE kepatuhan PUBLIC \"-//x//y\" \"file:\(secret)\">")),
      (
        "parameter",
        with("<!DOCTYPE kepatuhan [<!ENTITY % p SYSTEM \"\(secret)\">%p;]>")
      ),
      ("style", with("<?xml-stylesheet href=\"\(secret)\"?>")),
      (
        "inclusion",
        with(
          "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"\(secret)\"/>",
          before: "<wilayah>")
      ),
      (
        "schema",
        Array(
          sound.replacing(
            "<kepatuhan ",
            with: "<kepatuhan xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
              + "xsi:schemaLocation=\"urn:tenggat:kepatuhan:1 \(secret)\" "
          ).utf8)
      ),
      ("cut off", Array(try sample("63.05.12-2026-TW1.xml").prefix(5_000))),
    ]
  }

  /// What a run of the program opens and whom it calls, told by the kernel's own trace.
  private func trace(_ arguments: [String], in folder: TemporaryFolder) async throws -> Set<String>
  {
    let calls =
      "trace=open,openat,openat2,creat,socket,connect,bind,sendto,unlink,unlinkat,rename,mkdir"
    let run = try await ProgramRun.run(
      Self.tracer,
      // With the end of every thread, so that the numbers of all are known.
      ["-f", "-q", "-s", "400", "-o", "jejak", "-e", calls, Torture.program] + arguments,
      in: folder.path,
      environment: [
        "TENGGAT_DATA": Self.root.path, "TENGGAT_HARI_INI": "2026-08-03",
        "TENGGAT_PETUGAS": "petugas",
      ])
    #expect([0, 65].contains(run.exitCode), "\(run.errorText)")
    let lines = String(decoding: try folder.bytes(of: "jejak"), as: UTF8.self).split(
      separator: "\n")
    let threads = Set(lines.compactMap { $0.split(separator: " ").first })
    // Dispatch looks each second which of its own threads are running, and nobody else's (libdispatch,
    // src/event/workqueue.c).
    let isOfThread = { (line: Substring) in
      line.firstMatch(of: #/openat\(AT_FDCWD, "/proc/(\d+)/stat", O_RDONLY\|O_NONBLOCK\)/#)
        .map { threads.contains($0.1) } ?? false
    }
    // Numbers of processes and of descriptors are others each time, and threads interrupt one another's lines.
    return Set(
      lines.filter {
        !$0.contains("+++") && !$0.contains("resumed>") && !$0.contains("---") && !isOfThread($0)
      }.map {
        String($0).replacing(#/^\d+ +/#, with: "").replacing(#/ += .*$| <unfinished.*$/#, with: "")
          .replacing(#/\d{3,}/#, with: "N")
      })
  }

  @Test(.enabled(if: Torture.isLong && FileManager.default.isExecutableFile(atPath: tracer)))
  func `no export makes the program open another file than a sound one, or call anybody`()
    async throws
  {
    let folder = try TemporaryFolder()
    try folder.write("rahasia", to: Self.secret)
    try folder.write(Self.sample("63.05.12-2026-TW1.xml"), to: "kiriman.xml")
    let sound = try await trace(["gabung", "kiriman.xml", "--json"], in: folder)
    #expect(sound.contains { $0.contains("kiriman.xml") })
    #expect(!sound.contains { $0.hasPrefix("socket") || $0.hasPrefix("connect") }, "\(sound)")
    let hostile = try Self.hostileExports()
    for (name, bytes) in hostile {
      try folder.write(bytes, to: "kiriman.xml")
      let calls = try await trace(["gabung", "kiriman.xml", "--json"], in: folder)
      #expect(calls.subtracting(sound).isEmpty, "\(name): \(calls.subtracting(sound))")
    }
    Torture.report(
      "\(hostile.count) ekspor jahat, tidak ada berkas lain dan jaringan yang disentuh")
  }

  @Test(.enabled(if: Torture.isLong && FileManager.default.isExecutableFile(atPath: tracer)))
  func `no workbook makes the program open another file than a sound one, or call anybody`()
    async throws
  {
    let office = try await TestOffice.founded()
    let folder = try #require(office.owner)
    let sound = MadeWorkbook.table([["unit", "laporan", "periode"], ["63.05.12", "LPPD", "2025"]])
    let sheet = "xl/worksheets/sheet1.xml"
    let links = """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
      Type="x/externalLinkPath" Target="file:///\(Self.secret)" TargetMode="External"/></Relationships>
      """
    let parts: [(String, String)] = [
      (sheet, "<!DOCTYPE x [<!ENTITY e SYSTEM \"\(Self.secret)\">]><worksheet>&e;</worksheet>"),
      (sheet, "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/\(Self.secret)\"><worksheet/>"),
      ("../\(Self.secret)", "ditimpa"), ("xl/externalLinks/_rels/externalLink1.xml.rels", links),
    ]
    try folder.write("rahasia", to: Self.secret)
    try folder.write(sound.bytes, to: "tabel.xlsx")
    let line = ["impor", "tabel.xlsx", "--coba", "--ruang", office.path]
    let usual = try await trace(line, in: folder)
    #expect(!usual.contains { $0.hasPrefix("connect") }, "\(usual)")
    for (name, text) in parts {
      var workbook = sound
      workbook.more = [MadeArchive.Entry(name, text.utf8)]
      try folder.write(workbook.bytes, to: "tabel.xlsx")
      let calls = try await trace(line, in: folder)
      #expect(calls.subtracting(usual).isEmpty, "\(name): \(calls.subtracting(usual))")
    }
    #expect(try folder.bytes(of: Self.secret) == Array("rahasia".utf8))
    Torture.report(
      "\(parts.count) buku kerja jahat, tidak ada berkas lain dan jaringan yang disentuh")
  }

  // MARK: - Memory

  /// The bytes of memory that are in use, by the C library's own books (malloc_info(3)): what it keeps for later is
  /// not among them, as it is in what the system counts.
  private static func bytesInUse() throws -> Int {
    typealias MallocInfo = @convention(c) (CInt, UnsafeMutablePointer<FILE>) -> CInt
    // The Glibc module leaves its header out.
    let function = unsafeBitCast(try #require(dlsym(nil, "malloc_info")), to: MallocInfo.self)
    var (text, size) = (UnsafeMutablePointer<CChar>?.none, 0)
    let file = try #require(open_memstream(&text, &size))
    try #require(function(0, file) == 0)
    fclose(file)
    defer { free(text) }
    let books = String(cString: try #require(text))
    return try total("system type=\"current\"", in: books) + total("total type=\"mmap\"", in: books)
      - total("total type=\"fast\"", in: books) - total("total type=\"rest\"", in: books)
  }

  /// A size in the books of the C library: the totals of all arenas come last.
  private static func total(_ kind: String, in books: String) throws -> Int {
    let pattern = try Regex<(Substring, Substring)>("<\(kind)[^>]* size=\"([0-9]+)\"")
    let last = try #require(books.matches(of: pattern).last)
    return try #require(Int(last.output.1))
  }

  /// Only alone: what other tests take at the same time would be counted too.
  @Test(.enabled(if: Torture.isLong))
  func `ten thousand rounds of writing, judging and reading leave nothing in memory`() throws {
    let name = "kepatuhan-1.xsd"
    let xsd = Array(try Data(contentsOf: Self.root.appending(path: "Exports/\(name)")))
    let schema = try KepatuhanSchema(xsdBytes: xsd, name: name)
    let bytes = try Self.sample("63.05.12-2026-TW1.xml")
    let hostile = try Self.hostileExports().map(\.bytes)
    let document = try KepatuhanReader.document(from: bytes, schema: schema)
    func round(_ number: Int) throws {
      let written = try KepatuhanWriter.bytes(of: document)
      guard try schema.validate(written).isEmpty,
        try KepatuhanReader.document(from: written, schema: schema) == document
      else { throw FuzzEntry.Broken(description: "another document") }
      _ = try schema.validate(hostile[number % hostile.count])
    }
    for number in 0..<200 { try round(number) }
    let rounds = 10_000
    var inUse = [try Self.bytesInUse()]
    for number in 0..<rounds {
      try round(number)
      if (number + 1).isMultiple(of: rounds / 4) { inUse.append(try Self.bytesInUse()) }
    }
    // Swift Testing keeps for each error that is thrown where that was: a hundred bytes that are not ours. What
    // throws is therefore not weighed here, but left to LeakSanitizer (Scripts/torture).
    for number in 0..<rounds { try FuzzEntry.export(hostile[number % hostile.count]) }
    let growth = inUse.map { $0 - inUse[0] }
    // The smallest block that there is, left behind whenever one of the hostile documents has its turn, would be
    // more than this.
    #expect(growth[4] < rounds / hostile.count * 16, "\(growth)")
    Torture.report(
      "\(rounds) putaran tulis, periksa, baca: memori terpakai bertambah \(growth) byte")
  }
}
