internal import Answers
internal import CivilCalendar
internal import ComplianceModel

/// What reminders say, in Indonesian.
enum ReminderSentence {
  /// What a look at the outbox finds, under its name.
  typealias Sentence = (problem: ReminderProblem, what: String, fix: Remedy)

  static let unreadableRow: Sentence = (
    problem: .unreadableRow,
    what: "baris ini tidak dapat dibaca dan dilewati",
    fix: "perbaiki dari cadangan, atau biarkan; pengingatnya mungkin terkirim sekali lagi"
  )

  static func missedRuns(_ last: CivilDate, _ missed: Int) -> Sentence {
    (
      .missedRuns,
      "pengingat terakhir berhasil dijalankan \(last.indonesian), \(missed) hari kerja terlewat",
      "periksa cron, atau jalankan '\(do: .remind)'; yang terlewat akan disusulkan"
    )
  }

  static func trouble(
    _ route: OutboxState.Route, _ trouble: OutboxState.Trouble
  ) -> Sentence {
    (
      .trouble,
      "\(route.channel) untuk \(route.person) gagal \(trouble.attempts) kali, terakhir "
        + "\(trouble.last.date.indonesian): \(trouble.reason)",
      trouble.needsPerson
        ? "perbaiki menurut alasannya, lalu '\(do: .remindAgain)'; selain itu dicoba sekali sehari"
        : "lihat '\(do: .listReminders)'; dicoba lagi pada setiap jalan"
    )
  }

  static func rowsAhead(_ last: CivilDate) -> Sentence {
    (
      .rowsAhead,
      "ada catatan pengingat bertanggal \(last.indonesian), sesudah hari ini",
      "periksa jam komputer; yang tercatat itu diingatkan lagi pada harinya"
    )
  }

  static func failingRuns(since last: CivilDate?) -> Sentence {
    (
      .failingRuns,
      last.map { "pengingat berjalan, tetapi ada yang gagal terus sejak \($0.indonesian)" }
        ?? "pengingat berjalan, tetapi belum pernah tanpa kegagalan",
      "lihat '\(do: .listReminders)', lalu perbaiki salurannya"
    )
  }

  static func openClaim(_ claim: OutboxState.OpenClaim) -> Sentence {
    (
      .openClaim,
      "\(claim.route.channel) untuk \(claim.route.person) tanggal "
        + "\(claim.instant.date.indonesian) mungkin tidak sampai, dan tidak dikirim lagi",
      "tanyakan kepada penerimanya; lihat '\(do: .listReminders)'"
    )
  }

  static func cutOff(_ claim: OutboxState.OpenClaim) -> Sentence {
    (
      .cutOff,
      failure(OutboxState.Failure(cutOff: claim)),
      "perbaiki salurannya bila 'ingatkan' terus terhenti di situ; pesannya dicoba lagi, paling akhir "
        + "dan bertanda; lihat '\(do: .listReminders)'"
    )
  }

  static let cutOff = "terputus sebelum dijawab"

  static func omitted(_ count: Int) -> String {
    "... dan \(count) butir lain; lihat: tenggat jadwal"
  }

  static let maybeRepeated = "(mungkin terkirim ulang)"
  static let firstRun =
    "Ini pengingat yang pertama: yang sudah lewat dan yang segera jatuh tempo disebut sekali."

  static let beginning =
    "Bila itu sudah beres: masukkan tabelnya (tenggat impor), atau tulis dipantau_sejak dalam kantor.yaml"

  /// What is so long overdue that it is only counted.
  static func longOverdue(_ overdue: Digest.LongOverdue) -> String {
    "\(overdue.count) lewat lebih dari \(Digest.longOverdueDays) hari, yang terlama sejak "
      + overdue.oldest.indonesian
  }

  static func lastRun(_ day: CivilDate) -> String {
    "Pengingat terakhir berhasil dijalankan \(day.indonesian); yang terlewat disusulkan."
  }

  static func title(_ office: String) -> String { "Pengingat tenggat \(office)" }
  static func recipient(_ name: String) -> String { "Kepada: \(name)" }
  static func week(isRest: Bool) -> String {
    isRest ? "RINGKASAN MINGGU INI, SELAIN YANG DI ATAS" : "RINGKASAN MINGGU INI"
  }
  static func handIn(_ role: String) -> String { "Sampaikan kepada \(role)" }
  static func responsible(_ role: String) -> String { "Penanggung jawab: \(role)" }
  static let machine = "CATATAN MESIN"
  static let waiting = "KOTAK MASUK"
  static let open = "masih terbuka"
  static func briefOmitted(_ count: Int) -> String { "dan \(count) butir lain" }

  static func heading(_ section: Digest.Section) -> String {
    switch section {
    case .late: "LEWAT TENGGAT"
    case .today: "HARI INI"
    case .soon: "SEGERA"
    }
  }

  static func subject(_ digest: Digest, _ office: String) -> String {
    let parts = Digest.Section.allCases.compactMap { section -> String? in
      let count = digest.count(section)
      guard count > 0 else { return nil }
      switch section {
      case .late: return "\(count) lewat"
      case .today: return "\(count) hari ini"
      case .soon: return "\(count) segera"
      }
    }
    let what = parts.isEmpty ? "ringkasan" : parts.joined(separator: ", ")
    return "Tenggat \(office): \(what)"
  }

  static func machineSubject(_ office: String) -> String {
    "Tenggat \(office): pengingat bermasalah"
  }

  static func waitingSubject(_ office: String) -> String {
    "Tenggat \(office): kotak-masuk menunggu"
  }

  /// The due date of a line, and how long is left.
  static func due(_ line: Digest.Line) -> String {
    var text = line.due.indonesian
    if let last = line.situation.lastWorkingDay, last != line.due {
      text += ", hari kerja terakhir \(last.indonesian)"
    }
    guard line.day <= line.due else {
      return "\(text), lewat \(line.due.days(to: line.day)) hari"
    }
    if line.section == .today { return "\(text), hari ini" }
    return line.situation.workingDaysLeft.map { "\(text), sisa \($0) hari kerja" }
      ?? "\(text), sisa \(line.day.days(to: line.due)) hari"
  }

  static func record(_ line: Digest.Line, isShared: Bool) -> String {
    let isOfDesa = line.units.contains { $0.isDesa }
    let one = line.units.count == 1 ? line.units[0].description : isOfDesa ? "DESA" : "KECAMATAN"
    let unit = isOfDesa || isShared ? " --unit \(one)" : ""
    return "Catat: tenggat catat \(line.situation.code) \(line.situation.period)\(unit)"
  }

  /// `Desa Bagak`, or `3 desa: Bagak, Burakai, Tarungin`.
  static func villages(_ names: [String], _ words: LocalWords) -> String {
    names.count == 1
      ? words.named(.village, names[0])
      : "\(names.count) \(words[.village].lowercased()): \(names.joined(separator: ", "))"
  }

  /// `dikembalikan 30 Maret, perbaikan belum disampaikan`; the year is named where it is another.
  static func returned(_ returned: CivilDate, on day: CivilDate) -> String {
    let date =
      returned.year == day.year ? returned.indonesianDayAndMonth : returned.indonesian
    return "dikembalikan \(date), perbaikan belum disampaikan"
  }

  static func failure(_ failure: OutboxState.Failure) -> String {
    let what = failure.isUnknown ? "belum pasti terkirim" : "gagal"
    return "\(failure.route.channel) untuk \(failure.route.person) \(what) "
      + "\(failure.instant.date.indonesian): \(failure.reason)"
  }

  /// A line of the notes for whoever looks after the machine.
  static func note(_ failure: OutboxState.Failure) -> String { "- \(self.failure(failure))" }
}
