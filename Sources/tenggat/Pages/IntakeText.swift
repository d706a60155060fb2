internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import PlainText
internal import SystemPackage
internal import Workspace
internal import Wording

/// What `pindai` says of the files in the drop folder.
struct IntakeText {
  let kecamatan: [Kecamatan]
  let isTrial: Bool
  /// The drop folder, from the root where that is known.
  let folder: FilePath

  private func name(of unit: RegionCode) -> String {
    kecamatan.first { $0.code == unit.kecamatan }?.displayName(of: unit) ?? unit.description
  }

  private func title(_ filing: Filing) -> String {
    "\(filing.report) \(filing.period) \(name(of: filing.unit))"
  }

  // MARK: - Lines

  /// One line for a file.
  func line(_ file: DroppedFile) -> String {
    let words: String
    switch file.fate {
    case .recorded(let row, let filing, let isLateEntry):
      let done = row.map { "dicatat (baris \($0.text))" } ?? "akan dicatat"
      words =
        "\(done): \(title(filing)), \(filing.date.indonesian)"
        + (isLateEntry ? ", susulan" : "")
    case .alreadyRecorded(let row, let filing):
      words = "sudah tercatat (baris \(row.text)): \(title(filing))"
    case .waiting(let wait): words = sentence(wait)
    case .quarantined(let trouble):
      words =
        "\(isTrial ? "akan dikarantina" : "karantina"): \(sentence(trouble, path(of: file)).what)"
    case .lateEntry(let filing, let days):
      words = "susulan tanpa alasan: \(title(filing)), \(days) hari"
    case .failed: words = "gagal"
    }
    let stays = file.moveFailure == nil ? "" : "; berkasnya belum dapat dipindahkan"
    return "\(file.name): \(words)\(stays)"
  }

  func style(_ file: DroppedFile) -> Style {
    switch file.fate {
    case .recorded: .good
    case .alreadyRecorded: .plain
    case .waiting: .faint
    case .quarantined, .failed: .bad
    case .lateEntry: .soon
    }
  }

  /// The sum: `3 dicatat, 1 karantina, 2 berkas masih baru`.
  func sum(_ result: IntakeResult) -> String {
    let counts = counts(result)
    let parts = Outcome.allCases.compactMap { outcome in
      counts[outcome].map { "\($0.indonesian) \(isTrial ? outcome.trial : outcome.word)" }
    }
    return parts.joined(separator: ", ") + (isTrial ? "; percobaan, tidak ada yang diubah" : "")
  }

  private enum Outcome: String, CaseIterable {
    case recorded = "dicatat"
    case alreadyRecorded = "sudah tercatat"
    case waiting = "menunggu"
    case quarantined = "karantina"
    case lateEntry = "susulan"
    case failed = "gagal"

    init(_ fate: DroppedFile.Fate) {
      self =
        switch fate {
        case .recorded: .recorded
        case .alreadyRecorded: .alreadyRecorded
        case .waiting: .waiting
        case .quarantined: .quarantined
        case .lateEntry: .lateEntry
        case .failed: .failed
        }
    }

    var trial: String {
      switch self {
      case .recorded: "akan dicatat"
      case .quarantined: "akan dikarantina"
      default: word
      }
    }

    /// What is said of it.
    var word: String { self == .waiting ? "berkas masih baru" : rawValue }

    /// The key of its count.
    var key: String { rawValue.replacing(" ", with: "_") }
  }

  private func counts(_ result: IntakeResult) -> [Outcome: Int] {
    result.files.reduce(into: [:]) { $0[Outcome($1.fate), default: 0] += 1 }
  }

  private func sentence(_ wait: DroppedFile.Wait) -> String {
    switch wait {
    case .young: "berkas masih baru (belum 60 detik), dicatat pada pindai berikutnya"
    case .future: "berkas bertanggal di masa depan; periksa jam komputer"
    case .changing: "berkas masih ditulis, dicatat pada pindai berikutnya"
    }
  }

  // MARK: - Messages

  func tooDeep(_ folder: String) -> String {
    "tenggat: peringatan: folder \(folder) terlalu dalam dan tidak dibaca; pindahkan isinya ke folder desa"
  }

  /// The failure of a run in which files wait for a reason.
  func lateEntries(_ files: [DroppedFile]) -> CommandFailure {
    .usage(
      "\(files.count) berkas susulan tidak dicatat: \(files.map(\.name).joined(separator: ", "))",
      fix: "sebut sebabnya dengan --alasan")
  }

  /// The text that lies beside a file in quarantine.
  @Sendable func reason(_ name: String, _ path: FilePath, _ trouble: DropTrouble) -> String {
    let (what, fix) = sentence(
      trouble,
      Environment.resolved(path.removingLastComponent())?.appending(path.lastComponent ?? "")
        ?? path)
    return """
      Berkas: \(name.printable)
      Sebab: \(what.printable)
      Perbaikan: \(fix.printable)

      Sesudah diperbaiki, pindahkan berkasnya kembali ke kotak masuk dan hapus catatan ini.

      """
  }

  /// Why a file cannot be placed, and how to mend it.
  func sentence(_ trouble: DropTrouble, _ path: FilePath) -> (what: String, fix: String) {
    switch trouble {
    case .notRegular(let kind):
      ("\(kind.word), bukan berkas biasa", "salin isinya sebagai berkas biasa")
    case .severalNames(let count):
      (
        "berkas ini mempunyai \(count) nama (tautan keras), mungkin juga di luar kotak masuk",
        "salin isinya sebagai berkas baru ke kotak masuk"
      )
    case .unknownUnit(let text, let nearest):
      (
        "'\(text)' tidak dipantau di ruang kerja ini",
        nearest.map { "mungkin maksudnya '\($0)'; ganti namanya" }
          ?? "pakai nama atau kode desa dalam wilayah.csv"
      )
    case .severalUnits(let units):
      (
        "nama ini dapat berarti \(units.count) unit: "
          + units.map { "\($0) \(name(of: $0))" }.joined(separator: ", "),
        "tulis kodenya dalam nama berkas, misalnya \(units.last.map { "\($0)" } ?? "63.05.12.2001")"
      )
    case .unitNeeded:
      (
        "ruang kerja ini memantau \(kecamatan.count) kecamatan dan nama ini tidak menyebut satu pun",
        "tulis kode atau nama unitnya dalam nama berkas"
      )
    case .desaNeeded(let report):
      (
        "\(report) adalah dokumen desa, tetapi desanya tidak disebut",
        "tulis nama atau kode desanya, atau letakkan di folder desa"
      )
    case .misspeltUnit(let word, let name):
      ("'\(word)' mirip '\(name)'", "betulkan ejaan desanya, atau hapus kata itu")
    case .kelurahan(let unit):
      ("\(name(of: unit)) tidak membuat dokumen desa", "sebut desanya")
    case .noReport:
      ("laporan tidak dikenali dari nama ini", "tulis kodenya, misalnya LKIP atau APBDes")
    case .foreignReport(let report, let unit):
      ("\(report) bukan laporan \(name(of: unit))", "betulkan laporan atau unitnya")
    case .notOwed(let report, let unit):
      ("\(report) tidak diwajibkan bagi \(name(of: unit))", "betulkan laporan atau unitnya")
    case .severalReports(let reports):
      ("nama ini menyebut \(reports.joined(separator: " dan "))", "sisakan satu laporan")
    case .severalPeriods(let periods):
      (
        "nama ini menyebut periode \(periods.map(\.description).joined(separator: " dan "))",
        "sisakan satu periode"
      )
    case .periodWithoutYear:
      ("periodenya disebut tanpa tahun", "tulis lengkap, misalnya 2026-TW3 atau 2026-S1")
    case .noSuchPeriod(let period, let report, let forms):
      (
        "\(report) tidak memiliki periode '\(period)'",
        "contoh periode: \(forms.map(\.description).joined(separator: ", "))"
      )
    case .periodNeeded(let report, let choices): periodNeeded(report, choices)
    case .severalDates(let dates):
      (
        "nama ini menyebut tanggal \(dates.map(\.indonesian).joined(separator: " dan "))",
        "sisakan tanggal dokumennya"
      )
    case .ambiguousDate(let first, let second):
      (
        "tanggal dalam nama ini dapat berarti \(first.indonesian) atau \(second.indonesian)",
        "tulis tahunnya empat angka, misalnya \(first) atau \(second)"
      )
    case .noSuchDate(let text):
      ("'\(text)' bukan tanggal yang ada", "tulis tanggal dokumen sebagai tttt-bb-hh")
    case .notUnderstood(let words, let reading): notUnderstood(words, reading, path)
    case .recommendation(let reading): recommendation(reading, path)
    case .folderOfOtherTime(let folder, let period):
      (
        "folder '\(folder)' dan periode \(period) tidak sejalan",
        "letakkan di folder tahunnya, atau betulkan periode dalam nama"
      )
    case .unfit(let fault): (fault.sentence, fault.remedy)
    case .enactmentDateNeeded(let report):
      (
        "\(report) dinilai menurut tanggal penetapannya, yang tidak ada dalam nama",
        "tambahkan tanggal penetapan, misalnya 'APBDes 2027 2026-12-28.pdf'"
      )
    case .refused(let refusal, let report, let period, let unit):
      refused(refusal, "\(report) \(period) \(name(of: unit))")
    }
  }

  /// The sentence of a refusal, with a way out that needs no option of a command.
  private func refused(_ refusal: Refusal, _ what: String) -> (what: String, fix: String) {
    let sentence = refusal.sentence(about: what)
    return switch refusal {
    case .receivedBeforeDate: (sentence.what, "periksa tanggal dalam nama berkas")
    default: (sentence.what, sentence.fix.spelled)
    }
  }

  private func periodNeeded(
    _ report: String, _ choices: [DropTrouble.PeriodChoice]
  ) -> (what: String, fix: String) {
    let open = choices.count { $0.isOpen }
    let listed = choices.map { "\($0.period) (\(Words.status($0.status)))" }
    return (
      open == 0
        ? "nama ini tidak menyebut periode, dan tidak ada periode \(report) yang terbuka"
        : "nama ini tidak menyebut periode, dan \(open) periode \(report) terbuka",
      listed.isEmpty
        ? "tulis periodenya dalam nama berkas"
        : "tulis periodenya dalam nama berkas: \(listed.joined(separator: ", "))"
    )
  }

  /// Where a file lies now.
  private func path(of file: DroppedFile) -> FilePath {
    folder.pushing(FilePath(file.movedTo ?? file.name))
  }

  private func notUnderstood(
    _ words: [String], _ reading: DropTrouble.Reading, _ path: FilePath
  ) -> (what: String, fix: String) {
    let quoted = words.map { "'\($0)'" }.joined(separator: ", ")
    return (
      "\(quoted) tidak dipahami; terbaca: \(read(reading))",
      "bila memang dokumen itu, \(command(reading, path)); atau ganti namanya tanpa kata itu"
    )
  }

  private func recommendation(
    _ reading: DropTrouble.Reading, _ path: FilePath
  ) -> (what: String, fix: String) {
    (
      "\(reading.report) diterbitkan camat dan tidak dicatat dari kotak masuk; terbaca: \(read(reading))",
      "bila ini rekomendasi yang sudah terbit, \(command(reading, path)); atau izinkan dengan "
        + "'kotak_masuk: { rekomendasi: ya }' dalam kantor.yaml"
    )
  }

  /// What was understood: `LPPD 2025 Kecamatan Hatungun, 28 Februari 2026`.
  private func read(_ reading: DropTrouble.Reading) -> String {
    let period = reading.period.map { " \($0)" } ?? ""
    let date = reading.date.map { ", \($0.indonesian)" } ?? ""
    return "\(reading.report)\(period) \(name(of: reading.unit))\(date)"
  }

  /// The command that would record a file, as far as it was understood.
  private func command(_ reading: DropTrouble.Reading, _ path: FilePath) -> String {
    guard reading.date != nil || !reading.needsDate else {
      return "tambahkan tanggal penetapannya ke nama lalu catat dengan 'tenggat catat'"
    }
    var words = ["tenggat catat", reading.report]
    if let period = reading.period { words.append("\(period)") }
    if reading.unit.isDesa || kecamatan.count > 1 { words.append("--unit \(reading.unit)") }
    words.append("--tanggal \(reading.date ?? reading.received)")
    if let date = reading.date, date != reading.received {
      words.append("--diterima \(reading.received)")
    }
    words.append("--berkas \(path.string.shellQuoted)")
    return "jalankan: \(words.joined(separator: " "))"
  }

  // MARK: - JSON

  func json(_ result: IntakeResult) -> JSONValue {
    let counts = counts(result)
    return [
      "coba": .boolean(isTrial),
      "berkas": .array(result.files.map(json)),
      "jumlah": .object(
        Dictionary(
          uniqueKeysWithValues: Outcome.allCases.map { ($0.key, .integer(counts[$0] ?? 0)) })),
    ]
  }

  private func json(_ file: DroppedFile) -> JSONValue {
    var filing: Filing?
    var row: String?
    var isLateEntry = false
    var reason: (what: String, fix: String)?
    switch file.fate {
    case .recorded(let id, let filed, let isLate):
      (row, filing, isLateEntry) = (id?.text, filed, isLate)
    case .alreadyRecorded(let id, let filed): (row, filing) = (id.text, filed)
    case .waiting(let wait): reason = (sentence(wait), "tunggu pindai berikutnya")
    case .quarantined(let trouble): reason = sentence(trouble, path(of: file))
    case .lateEntry(let filed, _):
      (filing, isLateEntry) = (filed, true)
      reason = ("susulan tanpa alasan", "sebut sebabnya dengan --alasan")
    case .failed(let error):
      reason = (CommandFailure(error).lines.joined(separator: " "), "ulangi")
    }
    return [
      "berkas": .string(file.name),
      "hasil": .string(Outcome(file.fate).rawValue),
      "unit": JSONValue(filing?.unit),
      "nama_unit": JSONValue(filing.map { name(of: $0.unit) }),
      "laporan": JSONValue(filing?.report),
      "periode": JSONValue(filing?.period),
      "tanggal": JSONValue(filing?.date),
      "diterima": JSONValue(filing?.received),
      "baris": JSONValue(row),
      "susulan": .boolean(isLateEntry),
      "pindah_ke": JSONValue(file.movedTo),
      "sebab": JSONValue(reason?.what),
      "perbaikan": JSONValue(reason?.fix),
    ]
  }
}

extension String {
  /// The text as one word of a shell.
  fileprivate var shellQuoted: String { "'\(replacing("'", with: "'\\''"))'" }
}
