internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import Exchange
internal import LedgerStore
internal import SystemPackage
internal import Workspace

struct Bekukan: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "bekukan", abstract: "Membekukan keadaan triwulan, ditandatangani atau belum.",
    discussion: """
      Menulis XML triwulan itu ke ekspor/beku/ dan sidik SHA-256-nya ke buku. Berkas beku tidak \
      pernah ditimpa. Sesudahnya 'tenggat beda' menyebut apa yang berubah, oleh siapa, dan mengapa.
      """,
    aliases: ["freeze"])

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Triwulan kewajiban, misalnya 2026-TW1.")
  var triwulan: DutyQuarter
  @Option(help: ArgumentHelp("Hanya kecamatan ini.", valueName: "unit"))
  var unit: String?
  @Option(
    help: ArgumentHelp(
      "Hari camat menandatangani; tanpa ini dokumennya tanpa pengesahan.", valueName: "tanggal"))
  var ditandatangani: CivilDate?
  @Option(
    help: ArgumentHelp(
      "Nilai keadaan pada tanggal ini; baku: hari ditandatangani, atau hari ini.",
      valueName: "tanggal"))
  var per: CivilDate?
  @Option(
    help: ArgumentHelp("Saat pembuatan, misalnya 2026-04-01T08:00:00+08:00.", valueName: "saat"))
  var dibuat: ClockReading?
  @Option(help: ArgumentHelp("Siapa yang mencatat; baku: pengguna komputer.", valueName: "nama"))
  var petugas: String?
  @Option(help: ArgumentHelp("Catatan, misalnya nomor suratnya.", valueName: "teks"))
  var catatan: String?

  func run(_ session: inout Session) throws {
    let quarter = triwulan.quarter
    let day = try self.day(of: quarter, today: session.today)
    let recorder = try session.recorder(petugas)
    let export = try DutyDocument(.quarter(quarter), session.workspace.data)
    session.view(on: day)
    let offices = try session.offices(of: unit, having: "pembekuan")
    // Who signed is known of all of them, or nothing is frozen.
    let endorsements = try endorsements(of: offices, session.workspace.office)
    for kecamatan in offices {
      // What was recorded after the signature was not signed.
      var desk = try session.workspace.desk(of: kecamatan, knownThrough: ditandatangani)
      let document = try export.document(
        desk, asOf: day, made: dibuat ?? session.clock.now,
        endorsement: endorsements[kecamatan.code], session)
      let bytes = try export.bytes(of: document)
      let sha256 = LedgerStore.sha256(of: bytes)
      // The name holds the hash, so that the same bytes have one name and others never share it.
      let path = "\(FrozenQuarter.folder)/\(kecamatan.code)-\(quarter)-\(sha256.prefix(12)).xml"
      try Bekukan.keep(bytes, at: session.workspace.folder.appending(path), named: path)
      // The row comes last: without it the file is nobody's, and does no harm.
      let entry = LedgerEntry(
        kind: .frozen, unit: kecamatan.code, period: quarter.description, date: day,
        received: session.today, file: path, sha256: sha256, note: catatan ?? "",
        recorder: recorder)
      var former: LedgerEvent?
      let receipt = try desk.append(at: session.clock.now) { _, events in
        former = FrozenQuarter.last(quarter, of: kecamatan.code, in: events)
        return [entry]
      }
      for remark in receipt.remarks { Console.message(remark.message) }
      if day <= quarter.lastDay {
        Console.message(
          "tenggat: peringatan: \(quarter.indonesian) \(quarter.year) belum berakhir pada "
            + "\(day.indonesian); bekukan lagi sesudah \(quarter.lastDay.indonesian)")
      }
      let known = Words.knowledge(through: ditandatangani)
      session.console.line(
        "Dibekukan (baris \(receipt.rows.first?.text ?? "")): \(quarter.indonesian) "
          + "\(quarter.year) \(kecamatan.displayName(of: kecamatan.code)), keadaan pada "
          + day.indonesian + known)
      if let former {
        session.console.line(
          "  Menggantikan pembekuan \(former.date.indonesian) (baris \(former.row.text))")
      }
      let signature =
        document.endorsement?.signature
        ?? "tidak ada, belum ditandatangani (bila sudah: --ditandatangani TANGGAL)"
      session.console.line("  Pengesahan: \(signature)")
      session.console.line("  Berkas: \(path)")
      session.console.line("  SHA-256: \(sha256)")
    }
  }

  /// The day of judging; what is signed is the state by the day of the signature.
  ///
  /// - Throws: A ``CommandFailure`` for a day to come, and for a signature from before the quarter or
  ///   before the day of judging.
  private func day(of quarter: Quarter, today: CivilDate) throws -> CivilDate {
    let day = per ?? ditandatangani ?? today
    for day in [day, ditandatangani].compactMap(\.self) where day > today {
      throw CommandFailure.usage(
        "tanggal \(day.indonesian) belum tiba", fix: "bekukan pada atau sesudah hari itu")
    }
    guard let signed = ditandatangani else { return day }
    guard signed >= quarter.firstDay else {
      throw CommandFailure.usage(
        "\(quarter.indonesian) \(quarter.year) belum mulai pada \(signed.indonesian)",
        fix: "perbaiki --ditandatangani")
    }
    guard signed >= day else {
      throw CommandFailure.usage(
        "yang ditandatangani \(signed.indonesian) bukan keadaan \(day.indonesian), sesudahnya",
        fix: "tulis --per \(signed) atau sebelumnya, atau hapus --per")
    }
    return day
  }

  /// Who held the office of camat in each kecamatan on the day of the signature; none without one.
  private func endorsements(
    of offices: [Kecamatan], _ office: Office
  ) throws -> [RegionCode: KepatuhanDocument.Endorsement] {
    guard let signed = ditandatangani else { return [:] }
    var endorsements: [RegionCode: KepatuhanDocument.Endorsement] = [:]
    var vacant: [Kecamatan] = []
    let role = KepatuhanDocument.Endorsement.signatory
    for kecamatan in offices {
      if let official = office.official(role, in: kecamatan.code, on: signed) {
        endorsements[kecamatan.code] = KepatuhanDocument.Endorsement(official, signedOn: signed)
      } else {
        vacant.append(kecamatan)
      }
    }
    guard vacant.isEmpty else {
      let names = vacant.map { "\($0.displayName(of: $0.code)) (\($0.code))" }
      throw CommandFailure.usage(
        "tidak tercatat siapa \(role) \(names.joined(separator: ", ")) pada \(signed.indonesian)",
        fix:
          "tambahkan di bagian pejabat dalam kantor.yaml: jabatan: \(role), nama, nip bila ada, sejak "
          + "(paling lambat \(signed))"
          + (offices.count > 1 ? ", unit (kode kecamatannya)" : ""))
    }
    return endorsements
  }

  /// Writes a file durably, unless it is there already, byte for byte.
  private static func keep(_ bytes: [UInt8], at path: FilePath, named name: String) throws {
    let files = FileSystem.live
    guard let present = try files.read(path) else {
      try files.createFolder(path.removingLastComponent())
      return try files.replaceAtomically(path, with: bytes)
    }
    guard present == bytes else {
      throw CommandFailure(
        .cannotCreate, "\(name) sudah ada dengan isi lain, tidak ada yang ditimpa",
        fix: "pulihkan berkas itu dari cadangan atau pindahkan, lalu ulangi")
    }
  }
}

extension KepatuhanDocument.Endorsement {
  /// `ditandatangani 2 April 2026 oleh Plt. Nama (Camat)`; `nil` where nobody is known to have signed.
  var signature: String? {
    guard let date, let name else { return nil }
    return "ditandatangani \(date.indonesian) oleh \(name) (\(Words.role(role)))"
  }
}
