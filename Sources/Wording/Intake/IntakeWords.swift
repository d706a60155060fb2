internal import CivilCalendar
internal import Compliance
package import ComplianceModel
internal import LedgerStore
package import Workspace

/// What is said of files of the drop folder, in words that every front shares.
package struct IntakeWords: Sendable {
  private let kecamatan: [Kecamatan]

  /// Prepares to name units.
  ///
  /// - Parameter kecamatan: The kecamatan that are watched.
  package init(_ kecamatan: [Kecamatan]) { self.kecamatan = kecamatan }

  /// The name of a unit, as it is printed.
  package func name(of unit: RegionCode) -> String {
    kecamatan.first { $0.code == unit.kecamatan }?.displayName(of: unit) ?? unit.description
  }

  /// What a file is taken for: `LPPD 2025 Kecamatan Hatungun`.
  package func title(_ filing: Filing) -> String {
    "\(filing.report) \(filing.period) \(name(of: filing.unit))"
  }

  /// How a file's date lies to the due date that is in force without it; `nil` where there is none.
  package func timeliness(_ filing: Filing) -> (text: String, style: Style)? {
    filing.due.map { due in
      let late = due.days(to: filing.date)
      return late > 0
        ? ("\(late) hari sesudah tenggat \(due.indonesian)", .bad)
        : ("tidak melewati tenggat \(due.indonesian)", .good)
    }
  }

  /// A folder that is not read.
  package static func tooDeep(_ folder: String) -> String {
    "folder \(folder) terlalu dalam dan tidak dibaca; pindahkan isinya ke folder desa"
  }

  /// Why a file waits.
  package func sentence(_ wait: DroppedFile.Wait) -> String {
    switch wait {
    case .young: "berkas masih baru (belum 60 detik), dicatat pada pindai berikutnya"
    case .future: "berkas bertanggal di masa depan; periksa jam komputer"
    case .changing: "berkas masih ditulis, dicatat pada pindai berikutnya"
    }
  }

  /// Why a file cannot be placed, and how to mend it.
  package func sentence(_ trouble: DropTrouble) -> (what: String, fix: Remedy) {
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
        Remedy(
          nearest.map { "mungkin maksudnya '\($0)'; ganti namanya" }
            ?? "pakai nama atau kode desa dalam wilayah.csv")
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
    case .notUnderstood(let words, let reading): notUnderstood(words, reading)
    case .recommendation(let reading): recommendation(reading)
    case .folderOfOtherTime(let folder, let period):
      (
        "folder '\(folder)' dan periode \(period) tidak sejalan",
        "letakkan di folder tahunnya, atau betulkan periode dalam nama"
      )
    case .unfit(let fault): (fault.sentence, Remedy(fault.remedy))
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
  private func refused(_ refusal: Refusal, _ what: String) -> (what: String, fix: Remedy) {
    let sentence = refusal.sentence(about: what)
    return switch refusal {
    case .receivedBeforeDate: (sentence.what, "periksa tanggal dalam nama berkas")
    default: (sentence.what, sentence.fix)
    }
  }

  private func periodNeeded(
    _ report: String, _ choices: [DropTrouble.PeriodChoice]
  ) -> (what: String, fix: Remedy) {
    let open = choices.count { $0.isOpen }
    let listed = choices.map { "\($0.period) (\(Words.status($0.status)))" }
    return (
      open == 0
        ? "nama ini tidak menyebut periode, dan tidak ada periode \(report) yang terbuka"
        : "nama ini tidak menyebut periode, dan \(open) periode \(report) terbuka",
      Remedy(
        listed.isEmpty
          ? "tulis periodenya dalam nama berkas"
          : "tulis periodenya dalam nama berkas: \(listed.joined(separator: ", "))")
    )
  }

  private func notUnderstood(
    _ words: [String], _ reading: DropTrouble.Reading
  ) -> (what: String, fix: Remedy) {
    let quoted = words.map { "'\($0)'" }.joined(separator: ", ")
    return (
      "\(quoted) tidak dipahami; terbaca: \(read(reading))",
      "bila memang dokumen itu, \(do: command(reading)); atau ganti namanya tanpa kata itu"
    )
  }

  private func recommendation(
    _ reading: DropTrouble.Reading
  ) -> (what: String, fix: Remedy) {
    (
      "\(reading.report) diterbitkan camat dan tidak dicatat dari kotak masuk; terbaca: \(read(reading))",
      "bila ini rekomendasi yang sudah terbit, \(do: command(reading)); atau izinkan dengan "
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
  private func command(_ reading: DropTrouble.Reading) -> RemedyAction {
    guard reading.date != nil || !reading.needsDate else { return .recordFile(nil) }
    var words = ["tenggat catat", reading.report]
    if let period = reading.period { words.append("\(period)") }
    if reading.unit.isDesa || kecamatan.count > 1 { words.append("--unit \(reading.unit)") }
    words.append("--tanggal \(reading.date ?? reading.received)")
    if let date = reading.date, date != reading.received {
      words.append("--diterima \(reading.received)")
    }
    return .recordFile(words.joined(separator: " "))
  }
}
