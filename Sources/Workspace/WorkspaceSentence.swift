internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore

/// What can be wrong with a workspace as a whole, with its sentences in Indonesian.
enum WorkspaceSentence {
  private static let officePlace = SourcePlace(file: Workspace.officeFile)
  private static let regionPlace = SourcePlace(file: Workspace.regionFile)

  private static func place(of mention: Office.Mention, in office: Office) -> SourcePlace {
    office.places[mention] ?? officePlace
  }

  static func summary(of check: Inspection.Check) -> String {
    switch check {
    case .office: "kantor.yaml terbaca dan lengkap"
    case .officials: "camat tercatat untuk setiap kecamatan"
    case .regions: "wilayah.csv terbaca, setiap desa punya kecamatan"
    case .calendars: "kalender nasional, kabupaten, dan kantor tanpa galat"
    case .registers: "register IKU tanpa galat, dan yang ada dipakai"
    case .targets: "indikator yang belum punya target tahun ini, atau yang targetnya 0"
    case .localDates: "tanggal lokal yang belum dikukuhkan dengan surat kabupaten"
    case .holidays: "hari libur tahun ini dan tahun depan tersedia"
    case .estimates: "hari libur yang masih perkiraan"
    case .rules: "tepat satu aturan berlaku untuk setiap kewajiban"
    case .ledger: "setiap baris buku utuh, rantainya tidak putus, jamnya maju"
    case .subjects:
      "setiap baris menyebut laporan, kejadian, unit yang dikenal, dan periode yang wajar"
    case .lateEntries: "pencatatan susulan"
    case .repeatedRows: "baris yang mengulang baris lain"
    case .extensions: "perpanjangan yang suratnya datang sesudah tenggat"
    case .terms: "masa jabatan kades yang mungkin diperpanjang dengan keputusan"
    case .gates: "rekomendasi yang terbit sebelum pendahulunya ada"
    case .clock: "jam pencatatan dalam zona kantor"
    case .foreignBooks: "folder buku/ hanya berisi buku kecamatan dalam wilayah.csv"
    case .setAside: "potongan dan berkas rusak yang disisihkan dari buku"
    case .evidence: "berkas bukti setiap baris ada dan tidak berubah; yang berlebih disebut"
    case .leftovers: "berkas sementara yang tertinggal"
    case .frozen: "XML beku ada, tidak berubah, dan sidik bukunya masih cocok"
    case .reminders: "setelan pengingat, dan pengingat yang gagal atau tidak berjalan"
    case .exports: "sidik buku dalam XML lain di ekspor/ masih cocok"
    }
  }

  /// How to mend a name that is not known: the nearest that is, or what else can be done.
  private static func mend(_ name: String, known: [String], or other: String) -> String {
    nearestMatch(to: name, among: known).map { "mungkin maksudnya '\($0)'" } ?? other
  }

  static func unknownCalendar(_ name: String, in office: Office, known: [String]) -> Finding {
    noFile(name, "kalender", at: place(of: .calendar(name), in: office), known)
  }

  static func unknownRegister(_ name: String, in office: Office, known: [String]) -> Finding {
    noFile(name, "register IKU", at: place(of: .register(name), in: office), known)
  }

  private static func noFile(
    _ name: String, _ kind: String, at place: SourcePlace, _ known: [String]
  ) -> Finding {
    Finding(
      at: place, "\(kind) '\(name)' tidak ada",
      fix: mend(
        name, known: known, or: "yang tersedia: \(known.sorted().joined(separator: ", "))"))
  }

  static func unknownReplaced(
    _ name: String, at place: SourcePlace, known: [String]
  ) -> Finding {
    Finding(
      at: place, "register '\(name)' yang digantikan tidak ada",
      fix: mend(name, known: known, or: "perbaiki 'menggantikan'"))
  }

  static var noRegister: Finding {
    Finding(
      .remark, at: officePlace, "belum ada register IKU",
      fix:
        "tulis 'iku: [NAMA]'; register sendiri disusun dalam \(Workspace.registerFolder)/NAMA.yaml")
  }

  static func noRegister(of kecamatan: Kecamatan) -> Finding {
    Finding(
      .remark, at: officePlace,
      "tidak ada register IKU dalam 'iku' untuk \(kecamatan.displayName(of: kecamatan.code))",
      fix: "tambahkan register kecamatan itu, atau susun \(Workspace.registerFolder)/NAMA.yaml")
  }

  static func noRegisterInForce(of kecamatan: Kecamatan, endedOn end: CivilDate?) -> Finding {
    Finding(
      .remark, at: officePlace,
      "tidak ada register IKU yang berlaku sekarang untuk "
        + kecamatan.displayName(of: kecamatan.code)
        + (end.map { " (yang terakhir berlaku sampai \($0.indonesian))" } ?? ""),
      fix: nextRegister)
  }

  static func registerEnds(_ name: String, _ last: CivilDate, in office: Office) -> Finding {
    Finding(
      .remark, at: place(of: .register(name), in: office),
      "register IKU '\(name)' berlaku sampai \(last.indonesian), dan sesudah itu tidak ada "
        + "register yang berlaku", fix: nextRegister)
  }

  private static let nextRegister =
    "susun register berikutnya dalam \(Workspace.registerFolder)/NAMA.yaml dan tambahkan namanya "
    + "pada 'iku'"

  static func sharedCode(
    _ label: String, _ first: String, _ second: String, inFile file: String
  ) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: file),
      "kode \(label) dipakai \(first) dan \(second) yang berlaku bersamaan, sehingga satu pengukuran "
        + "dipakai keduanya",
      fix: "beri kode lain, atau tulis 'menggantikan'")
  }

  static func unknownUnit(_ unit: RegionCode, of indicator: Indicator) -> Finding {
    Finding(
      .remark, at: place(of: "hitung", in: indicator),
      "unit \(unit) dalam rumus \(indicator.label) tidak ada dalam wilayah.csv, sehingga tidak "
        + "menghitung apa pun", fix: "perbaiki kodenya, atau hapus dari 'unit'")
  }

  static func targetOfNought(_ indicator: Indicator, year: Int) -> Finding {
    Finding(
      .remark, at: place(of: "target", in: indicator),
      "target \(year) dari \(indicator.label) adalah 0, sehingga capaiannya tidak dapat dihitung",
      fix: "perbaiki targetnya; bila memang 0, capaiannya tetap kosong")
  }

  /// Where a key of an indicator was given last: in the office's own file, else where it is registered.
  private static func place(of key: String, in indicator: Indicator) -> SourcePlace {
    indicator.changes.last { $0.keys.contains(key) }?.place ?? indicator.place
  }

  static func unusedRegister(_ file: String) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: "\(Workspace.registerFolder)/\(file)"),
      "register ini tidak dipakai kantor.yaml", fix: "tambahkan namanya pada 'iku', atau pindahkan")
  }

  static func shadowedRegister(_ file: String, by other: String) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: "\(Workspace.registerFolder)/\(file)"),
      "berkas ini tidak dibaca, karena \(other) juga ada",
      fix: "satukan isinya, lalu hapus salah satunya")
  }

  static func noTargets(
    _ labels: [String], of count: Int, year: Int, inFile file: String
  ) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: file),
      "\(labels.count) dari \(count) indikator belum punya target \(year) "
        + "(\(labels.joined(separator: ", ")))",
      fix: "tulis targetnya di berkas itu menurut kodenya; tanpa target tidak ada capaian")
  }

  static func unknownIndicator(_ label: String, at place: SourcePlace) -> Finding {
    Finding(
      .remark, at: place, "indikator '\(label)' tidak ada dalam register mana pun",
      fix: "periksa 'iku' dalam kantor.yaml, atau batalkan barisnya")
  }

  static func countedIndicator(_ label: String, at place: SourcePlace) -> Finding {
    Finding(
      .remark, at: place, "\(label) dihitung dari dokumen, sehingga nilai ukurnya tidak dipakai",
      fix: "batalkan barisnya")
  }

  static func unreadableValue(_ indicator: Indicator, at place: SourcePlace) -> Finding {
    Finding(
      .remark, at: place,
      "nilainya bukan nilai \(indicator.label), yang berjenis \(indicator.kind.rawValue)",
      fix: "batalkan barisnya, lalu catat ulang dengan 'tenggat iku ukur'")
  }

  static func unknownChannel(_ name: String, in office: Office) -> Finding {
    Finding(
      at: place(of: .channel(name), in: office),
      "kontak menyebut saluran '\(name)', yang tidak ada",
      fix: mend(
        name, known: office.reminders.channels.map(\.name),
        or: "tambahkan pada pengingat, bagian saluran"))
  }

  static func unknownService(_ name: String, at place: SourcePlace, known: [String]) -> Finding {
    Finding(
      at: place, "layanan '\(name)' tidak dikenal",
      fix: mend(
        name, known: known,
        or: "yang ada: \(known.joined(separator: ", ")); untuk layanan lain tulis 'diterima_bila'"))
  }

  static func unknownReminded(_ code: String, in office: Office, known: [String]) -> Finding {
    Finding(
      at: place(of: .report(code), in: office),
      "pengingat menyebut laporan '\(code)', yang tidak dikenal",
      fix: mend(code, known: known, or: "perbaiki kodenya di bagian pengingat"))
  }

  static func unknownRole(_ role: String, in office: Office, known: [String]) -> Finding {
    Finding(
      at: place(of: .role(role), in: office), "jabatan '\(role)' tidak dikenal",
      fix: mend(role, known: known, or: "yang ada: \(known.joined(separator: ", "))"))
  }

  static func unknownContact(_ unit: RegionCode, in office: Office) -> Finding {
    Finding(
      at: place(of: .village(unit), in: office),
      "kontak_desa menyebut \(unit), yang bukan desa dalam wilayah.csv", fix: "perbaiki kodenya")
  }

  static func idleEscalation(
    _ escalation: ReminderSettings.Escalation, last: Int, in office: Office
  ) -> Finding {
    Finding(
      at: place(of: .role(escalation.role), in: office),
      "eskalasi \(escalation.role) mulai \(ReminderSettings.text(of: escalation.from)), sesudah "
        + "tahap terakhir (\(ReminderSettings.text(of: last))), sehingga tidak pernah terjadi",
      fix: "tambahkan tahap itu, atau mulai lebih awal")
  }

  static func unknownZone(_ province: RegionCode) -> Finding {
    Finding(
      at: SourcePlace(file: "Calendars/kantor/zona-waktu.csv"),
      "zona waktu provinsi \(province) tidak ada", fix: "tambahkan barisnya")
  }

  /// Nobody holds a role in some of the kecamatan that are watched.
  static func noOfficial(
    _ role: String, _ vacant: [Kecamatan], of count: Int
  ) -> Finding {
    let names = vacant.prefix(3).map { "\($0.displayName(of: $0.code)) (\($0.code))" }
    let more = vacant.count > 3 ? ", dan \(vacant.count - 3) lainnya" : ""
    let place =
      count == 1 ? "" : " untuk \(vacant.count) kecamatan: \(names.joined(separator: ", "))\(more)"
    return Finding(
      .remark, at: officePlace, "pejabat '\(role)' belum dicatat\(place)",
      fix: "isi bagian pejabat (jabatan, nama, sejak\(count == 1 ? "" : ", unit")) agar surat dan "
        + "pembekuan yang ditandatangani memuat namanya")
  }

  static func officialElsewhere(_ unit: RegionCode, in office: Office) -> Finding {
    Finding(
      at: place(of: .officialUnit(unit), in: office),
      "pejabat ini untuk unit \(unit), yang bukan kecamatan dalam wilayah.csv",
      fix: "perbaiki kodenya, atau hapus 'unit' bila berlaku bagi semua kecamatan")
  }

  /// A term that ended in the days in which a decision could make it longer, without one.
  static func undecidedTerm(
    _ term: TermOfOffice, _ decision: TermInForce.Decision, _ event: String, _ village: RegionCode,
    named name: String, at place: SourcePlace
  ) -> Finding {
    Finding(
      .remark, at: place,
      "masa jabatan kepala \(name) berakhir \(term.usualEnd.indonesian) dan mungkin "
        + "diperpanjang menjadi \(decision.years) tahun dengan keputusan (\(decision.source.title))",
      fix:
        "bila ada keputusannya, catat: tenggat kejadian \(event) --unit \(village) --tanggal "
        + "TANGGAL")
  }

  static func idleDecision(
    _ event: String, named name: String, at place: SourcePlace, row: LedgerEvent.RowID
  ) -> Finding {
    Finding(
      .remark, at: place,
      "\(event) \(name) tidak memperpanjang masa jabatan yang tercatat",
      fix:
        "periksa pelantikan dan tanggalnya, atau batalkan: tenggat batalkan '\(row.text)' --alasan TEKS"
    )
  }

  static var noKecamatan: Finding {
    Finding(
      at: regionPlace, "tidak ada kecamatan dalam tabel", fix: "tambahkan baris kode kecamatannya")
  }

  static func villageWithoutKecamatan(
    _ code: RegionCode, _ name: String, line: Int
  ) -> Finding {
    Finding(
      at: SourcePlace(file: Workspace.regionFile, line: line, column: 1),
      "desa \(code) \(name) tidak punya baris kecamatan",
      fix: "tambahkan \(code.kecamatan), atau hapus desanya")
  }

  static func namelessRegion(_ code: RegionCode, of kecamatan: Kecamatan, line: Int) -> Finding {
    let kind = code.level == .province ? "provinsi" : "kabupaten atau kota"
    return Finding(
      at: SourcePlace(file: Workspace.regionFile, line: line, column: 1),
      "\(kind) \(code) dari \(kecamatan.displayName(of: kecamatan.code)) tidak punya baris, sehingga "
        + "surat dan ekspor tidak dapat menyebut namanya",
      fix: "tambahkan baris \(code) dengan namanya")
  }

  static func unreadColumns(_ headings: [String]) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: Workspace.regionFile, line: 1, column: 1),
      "kolom tidak dibaca: \(headings.joined(separator: ", "))",
      fix: "tidak perlu apa-apa; yang dibaca: kode, nama, sejak, sampai, dahulu")
  }

  static func unknownFormerCode(_ code: RegionCode, line: Int) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: Workspace.regionFile, line: line, column: 1),
      "kode dahulu \(code) tidak punya baris, dan tidak ada baris buku yang menyebutnya",
      fix: "periksa kodenya; bila benar, tambahkan barisnya dengan nama lama dan 'sampai'")
  }

  static func localDates(_ file: String, count: Int, firstLine: Int) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: file, line: firstLine, column: 1),
      "\(count) tanggal lokal masih tanggal lazim, bukan surat kabupaten",
      fix: "cocokkan, lalu tulis suratnya di folder kalender/ ruang kerja")
  }

  static func noHolidays(_ year: Int) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: "\(Workspace.holidayFolder)/\(year).yaml"),
      "hari libur \(year) belum ada, hari kerja tahun itu tidak dapat dihitung",
      fix: "tulis berkas ini sesudah SKB-nya terbit, bentuknya seperti Calendars/libur/2027.yaml")
  }

  static func replacedHolidays(_ path: String, _ year: Int) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: path),
      "hari libur \(year) dibaca dari berkas ini, bukan dari Calendars/libur/\(year).yaml",
      fix: "hapus berkas ini bila daftar bawaan program sudah benar")
  }

  static func shadowedHolidays(_ path: String) -> Finding {
    Finding(
      at: SourcePlace(file: path),
      "berkas ini tidak dibaca: hari libur tahun itu ada dua berkasnya",
      fix: "satukan isinya, lalu hapus salah satunya")
  }

  static func strayHolidays(_ path: String) -> Finding {
    Finding(
      at: SourcePlace(file: path), "berkas ini tidak dibaca: namanya bukan TAHUN.yaml",
      fix: "beri nama tahunnya, misalnya 2028.yaml, atau pindahkan")
  }

  static func strayCalendar(_ path: String) -> Finding {
    let isMeant = path.lowercased().contains("yaml") || path.lowercased().contains("yml")
    return Finding(
      isMeant ? .fault : .remark, at: SourcePlace(file: path),
      "tidak dibaca: yang dibaca di kalender/ hanya NAMA.yaml, iku/, dan libur/",
      fix: isMeant ? "perbaiki akhiran namanya menjadi .yaml" : "pindahkan bila tidak diperlukan")
  }

  static func estimates(_ holidays: [Holiday], inFile file: String) -> Finding {
    let days = holidays.map { "\($0.date.indonesian) \($0.name)" }.joined(separator: ", ")
    return Finding(
      .remark, at: SourcePlace(file: file),
      "\(holidays.count) hari libur masih perkiraan: \(days)",
      fix: "perbarui sesudah keputusan Menteri Agama")
  }

  static func ruleFault(_ fault: Plan.RuleFault, _ calendar: ReportCalendar) -> Finding {
    let code = calendar.codes[fault.report]
    let due = fault.due.indonesian
    let what =
      fault.holding.isEmpty
      ? "tidak ada aturan \(code) yang berlaku untuk periode \(fault.period) (tenggat \(due))"
      : "\(fault.holding.count) aturan \(code) berlaku bersamaan untuk periode \(fault.period)"
    return Finding(at: fault.place, what, fix: "perbaiki 'berlaku' pada aturan-aturannya")
  }

  static func unknownUnit(_ unit: RegionCode, at place: SourcePlace) -> Finding {
    Finding(
      .remark, at: place, "unit \(unit) tidak ada dalam wilayah.csv",
      fix: "tambahkan barisnya di wilayah.csv: unit yang berakhir dengan 'sampai', kode lama pada "
        + "'dahulu' penggantinya")
  }

  static func unknownSubject(_ code: String, at place: SourcePlace) -> Finding {
    Finding(
      .remark, at: place, "'\(code)' tidak wajib atau tidak dikenal menurut kalender",
      fix: "baris ini tidak dihitung; periksa kodenya atau kalendernya")
  }

  static func unfinished(
    _ period: Period, on date: CivilDate, _ code: String, likely: Period?, at place: SourcePlace
  ) -> Finding {
    let guess = likely.map { "mungkin maksudnya \(code) \($0)" } ?? "periksa periodenya"
    return Finding(
      .remark, at: place, "\(code) \(period): periode itu belum berakhir pada \(date.indonesian)",
      fix: "\(guess); bila keliru, batalkan baris ini dan catat lagi")
  }

  static func lateEntry(_ row: LedgerEvent, at place: SourcePlace) -> Finding {
    Finding(
      .remark, at: place,
      "susulan: tanggal \(row.date.indonesian), baru dicatat \(row.recorded.indonesian)",
      fix: "dihitung tersendiri; lain kali catat dalam 7 hari")
  }

  static func repeated(_ first: LedgerEvent.RowID, at place: SourcePlace) -> Finding {
    Finding(
      .remark, at: place, "mengulang baris \(first.year)#\(first.number)",
      fix: "batalkan salah satunya bila keliru")
  }

  static func extendedTooLate(_ due: CivilDate, at place: SourcePlace) -> Finding {
    Finding(
      .remark, at: place, "surat perpanjangan diterima sesudah tenggatnya, \(due.indonesian)",
      fix: "tetap dihitung; pastikan suratnya sah")
  }

  static func beforeGate(
    _ row: String, on date: CivilDate, _ predecessor: String, _ why: String, at place: SourcePlace
  ) -> Finding {
    Finding(
      .remark, at: place,
      "\(row) bertanggal \(date.indonesian) mendahului \(predecessor), yang \(why)",
      fix: "periksa tanggal keduanya; yang keliru dibatalkan dan dicatat lagi")
  }

  static func otherZone(at place: SourcePlace) -> Finding {
    Finding(
      .remark, at: place, "jam pencatatan bukan dalam zona kantor",
      fix: "periksa zona di kantor.yaml")
  }
}
