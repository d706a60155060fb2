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
    case .officials: "camat tercatat untuk pengesahan"
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
      .remark, at: place(of: .channel(name), in: office),
      "kontak menyebut saluran '\(name)', yang tidak ada",
      fix: mend(
        name, known: office.reminders.channels.map(\.name),
        or: "tambahkan pada pengingat, bagian saluran"))
  }

  static func unknownReminded(_ code: String, in office: Office, known: [String]) -> Finding {
    Finding(
      .remark, at: place(of: .report(code), in: office),
      "pengingat menyebut laporan '\(code)', yang tidak dikenal",
      fix: mend(code, known: known, or: "perbaiki kodenya di bagian pengingat"))
  }

  static func unknownRole(_ role: String, in office: Office, known: [String]) -> Finding {
    Finding(
      .remark, at: place(of: .role(role), in: office),
      "pengingat menyebut jabatan '\(role)', yang tidak dikenal",
      fix: mend(role, known: known, or: "catat pejabatnya, atau perbaiki namanya"))
  }

  static func unknownContact(_ unit: RegionCode, in office: Office) -> Finding {
    Finding(
      .remark, at: place(of: .village(unit), in: office),
      "kontak_desa menyebut \(unit), yang bukan desa dalam wilayah.csv", fix: "perbaiki kodenya")
  }

  static func idleEscalation(
    _ escalation: ReminderSettings.Escalation, last: Int, in office: Office
  ) -> Finding {
    Finding(
      .remark, at: place(of: .role(escalation.role), in: office),
      "eskalasi \(escalation.role) mulai \(ReminderSettings.text(of: escalation.from)), sesudah "
        + "tahap terakhir (\(ReminderSettings.text(of: last))), sehingga tidak pernah terjadi",
      fix: "tambahkan tahap itu, atau mulai lebih awal")
  }

  static func unknownZone(_ province: RegionCode) -> Finding {
    Finding(
      at: SourcePlace(file: "Calendars/kantor/zona-waktu.csv"),
      "zona waktu provinsi \(province) tidak ada", fix: "tambahkan barisnya")
  }

  static func noOfficial(_ role: String) -> Finding {
    Finding(
      .remark, at: officePlace, "pejabat '\(role)' belum dicatat",
      fix: "isi bagian pejabat agar pengesahan ekspor memuat namanya")
  }

  static var noKecamatan: Finding {
    Finding(
      at: regionPlace, "tidak ada kecamatan dalam tabel", fix: "tambahkan baris kode kecamatannya")
  }

  static func villageWithoutKecamatan(_ unit: Unit) -> Finding {
    Finding(
      at: regionPlace, "desa \(unit.code) \(unit.name) tidak punya baris kecamatan",
      fix: "tambahkan \(unit.code.kecamatan), atau hapus desanya")
  }

  static func localDates(_ file: String, count: Int, firstLine: Int) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: file, line: firstLine, column: 1),
      "\(count) tanggal lokal masih tanggal lazim, bukan surat kabupaten",
      fix: "cocokkan, lalu tulis suratnya di folder kalender/ ruang kerja")
  }

  static func noHolidays(_ year: Int) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: "Calendars/libur/\(year).yaml"),
      "hari libur \(year) belum ada, hari kerja tahun itu tidak dapat dihitung",
      fix: "tambahkan berkasnya sesudah SKB terbit")
  }

  static func estimates(_ holidays: [Holiday], _ year: Int) -> Finding {
    let days = holidays.map { "\($0.date.indonesian) \($0.name)" }.joined(separator: ", ")
    return Finding(
      .remark, at: SourcePlace(file: "Calendars/libur/\(year).yaml"),
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
      fix: "tambahkan unitnya, atau batalkan baris ini")
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

  static func otherZone(at place: SourcePlace) -> Finding {
    Finding(
      .remark, at: place, "jam pencatatan bukan dalam zona kantor",
      fix: "periksa zona di kantor.yaml")
  }
}

// MARK: - What lies in the folders

extension WorkspaceSentence {
  static func unknownBook(_ path: String, _ kecamatan: RegionCode) -> Finding {
    Finding(
      at: SourcePlace(file: path),
      "buku kecamatan \(kecamatan) tidak dihitung: kecamatan itu tidak ada dalam wilayah.csv",
      fix: "tambahkan barisnya di wilayah.csv, atau pindahkan foldernya ke luar ruang kerja")
  }

  static func irregularBook(_ path: String) -> Finding {
    Finding(
      at: SourcePlace(file: path), "buku ini bukan berkas biasa (tautan, folder, atau perangkat)",
      fix: "ganti dengan berkas bukunya sendiri, dari salinan")
  }

  static func foreignInBooks(_ path: String) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: path),
      "bukan buku (buku/KODE-KECAMATAN/TAHUN.csv), tidak dibaca",
      fix: "perbaiki namanya bila ini buku, atau pindahkan ke luar folder buku/")
  }

  static func fragment(_ path: String) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: path), "potongan baris yang terputus, tidak dihitung",
      fix: "baca isinya, catat ulang bila belum tercatat, lalu simpan di luar folder buku/")
  }

  static func damagedCopy(_ path: String) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: path), "buku rusak yang disisihkan, tidak dihitung",
      fix: "catat ulang baris-barisnya yang belum ada di buku; biarkan berkas ini di tempatnya")
  }

  static func leftover(_ path: String) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: path),
      "berkas sementara dari penulisan yang terhenti, tidak pernah dibaca",
      fix: "hapus bila tidak ada perintah tenggat yang sedang berjalan")
  }

  static func evidence(_ state: EvidenceState, _ claim: EvidenceClaim) -> Finding? {
    let again = "kembalikan berkasnya dari salinan, atau salin lagi berkas aslinya ke nama itu"
    let what: String
    switch state {
    case .sound: return nil
    case .missing: what = "bukti \(claim.path) tidak ada"
    case .changed: what = "bukti \(claim.path) berubah: sha256-nya bukan yang dicatat baris ini"
    case .notRegular:
      what = "bukti \(claim.path) bukan berkas biasa (tautan, folder, atau perangkat)"
    case .unreadable:
      return Finding(
        at: claim.place, "bukti \(claim.path) tidak dapat dibaca",
        fix: "periksa izin berkas dan cakramnya")
    }
    return Finding(at: claim.place, what, fix: again)
  }

  /// What is wrong with the file of a voided row spoils nothing that is counted.
  static func ofVoidRow(_ finding: Finding) -> Finding {
    Finding(
      .remark, at: finding.place, "\(finding.what); baris ini sudah dibatalkan",
      fix: "tidak perlu apa-apa; kembalikan berkasnya bila salinannya masih ada")
  }

  static func surplusEvidence(_ path: String) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: path),
      "tidak disebut baris mana pun, pencatatan mungkin terhenti sesudah bukti disalin",
      fix: "catat lagi dengan berkas ini bila barisnya belum ada, atau hapus")
  }
}

// MARK: - Frozen quarters and exports

extension WorkspaceSentence {
  static func frozen(_ state: EvidenceState, _ claim: EvidenceClaim) -> Finding? {
    guard let finding = evidence(state, claim) else { return nil }
    return Finding(
      at: finding.place, finding.what.replacingPrefix("bukti ", with: "XML beku "),
      fix: state == .unreadable
        ? finding.remedy
        : "kembalikan dari salinan, atau dari penerimanya; isinya harus persis yang dibekukan")
  }

  static func frozenWithoutFile(_ claim: EvidenceClaim) -> Finding {
    Finding(
      .remark, at: claim.place, "baris `beku` tidak menyebut berkas, XML-nya tidak dapat diperiksa",
      fix: "bandingkan sha256-nya dengan XML yang disimpan penerimanya")
  }

  static func surplusFrozen(_ path: String) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: path),
      "tidak disebut baris `beku` mana pun, pembekuan mungkin terhenti sebelum barisnya ditulis",
      fix: "bekukan lagi triwulannya, atau hapus")
  }

  static func noMarks(_ document: String) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: document), "bukan XML kepatuhan yang dapat dibaca, dilewati",
      fix: "tidak perlu apa-apa bila berkas ini bukan dari tenggat")
  }

  /// After rows were set aside on purpose, whoever has the document has to know.
  private static let mendBook =
    "kembalikan buku ini dari salinan yang cocok; sesudah `--pulihkan`, ekspor ulang dan beri tahu "
    + "penerimanya"

  static func noBook(_ stated: StatedMark, _ document: String) -> Finding {
    Finding(
      at: SourcePlace(file: "buku/\(stated.file)"),
      "buku ini tidak ada, padahal \(document) dibuat dari \(stated.mark.rows) barisnya",
      fix: "kembalikan dari salinan, atau periksa apakah \(document) dari kecamatan lain")
  }

  static func cutOff(_ stated: StatedMark, _ document: String, rows: Int) -> Finding {
    Finding(
      at: SourcePlace(file: "buku/\(stated.file)", line: rows + 1, column: 1),
      "buku berakhir pada baris #\(rows), padahal \(document) dibuat dari \(stated.mark.rows) baris: "
        + "\(stated.mark.rows - rows) baris di akhir hilang",
      fix: mendBook)
  }

  static func rewritten(_ stated: StatedMark, _ document: String) -> Finding {
    Finding(
      at: SourcePlace(file: "buku/\(stated.file)", line: stated.mark.rows + 1, column: 1),
      "rantai baris #\(stated.mark.rows) bukan yang tertulis di \(document): "
        + "baris itu atau sebelumnya ditulis ulang",
      fix: mendBook)
  }
}

// MARK: - A copy

extension WorkspaceSentence {
  /// A fault of the copy's own: it is not mended there.
  static func notCopied(_ rows: Int, at place: SourcePlace) -> Finding {
    Finding(
      .remark, at: place, "salinan tidak memuat buku ini (di sini \(rows) baris)",
      fix: "pastikan penyalinannya sungguh berjalan, lalu salin lagi")
  }

  static func damagedInCopy(_ finding: Finding, at place: SourcePlace) -> Finding {
    guard finding.severity == .fault else {
      return Finding(
        .remark, at: place, finding.what, fix: "buat salinan baru bila baris itu diperlukan")
    }
    return Finding(
      at: place, finding.what, fix: "jangan memulihkan dari salinan ini; buat salinan baru")
  }

  /// Which of two differing rows is the damaged one.
  enum Culprit {
    case copy, workspace, unknown
  }

  static func differs(row: Int, at place: SourcePlace, _ culprit: Culprit) -> Finding {
    let what =
      row == 0
      ? "judul kolom salinan berbeda dari buku ruang kerja ini"
      : "baris #\(row) salinan berbeda dari buku ruang kerja ini (baris sebelumnya sama)"
    let fix =
      switch culprit {
      case .copy: "salinannya yang rusak; buat salinan baru"
      case .workspace: "buku ruang kerja ini yang rusak; pulihkan dari salinan ini"
      case .unknown:
        "salah satunya ditulis ulang; jangan timpa yang mana pun, cocokkan dengan salinan lain "
          + "atau XML yang sudah dikirim"
      }
    return Finding(at: place, what, fix: fix)
  }

  static func surplusRows(_ count: Int, from row: Int, at place: SourcePlace) -> Finding {
    Finding(
      at: place,
      "salinan memuat \(count) baris, mulai #\(row), yang tidak ada di buku ruang kerja ini: "
        + "buku ini terpotong atau dipulihkan dari keadaan yang lebih lama",
      fix: "jangan timpa salinan ini; pulihkan berkas buku ini dari salinan")
  }

  static func gap(_ count: Int, before year: Int, at place: SourcePlace) -> Finding {
    Finding(
      at: place,
      "salinan kurang \(count) baris di sini, padahal sudah memuat baris buku \(year)",
      fix: "salinan ini tidak lengkap; buat salinan baru")
  }

  static func noEvidenceFolder(_ path: String) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: path), "tidak ada dokumen/ di samping salinan buku",
      fix: "bukti tidak diperiksa; salin seluruh ruang kerja agar bukti ikut terjaga")
  }

  static func settingDiffers(_ path: String, isMissing: Bool) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: path),
      isMissing ? "tidak ada di salinan" : "berbeda dari yang di ruang kerja",
      fix: "buat salinan baru bila perubahan di ruang kerja memang dikehendaki")
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
