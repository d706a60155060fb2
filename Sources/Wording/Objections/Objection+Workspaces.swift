internal import ComplianceModel
internal import SystemPackage
internal import Workspace

extension Objection {
  /// The words for a workspace that is not there, not made, not obeyed, or not read.
  static func all(_ failure: WorkspaceFailure) -> [Objection] {
    switch failure {
    case .configuration(let findings): findings.map { Objection(.settings, $0) }
    case .data(let findings): findings.map { Objection(.data, $0) }
    case .changed(let path):
      [
        Objection(
          .storage, "\(path) ditulis ulang selagi dibaca", fix: "tidak ada yang dicatat; ulangi")
      ]
    case .file(let failure): [Objection(failure)]
    case .noProgramFile(let path):
      [Objection(.settings, "berkas program \(path) tidak ada", fix: "pasang ulang program")]
    case .workspaceExists(let path):
      [
        Objection(
          .uncreatable, "\(path) sudah ada, tidak ada yang ditimpa",
          fix: "pilih folder lain yang kosong")
      ]
    case .insideWorkspace(let path):
      [
        Objection(
          .uncreatable, "\(path) terletak dalam ruang kerja lain", fix: "pilih folder di luarnya")
      ]
    case .unknownKecamatan(let code, let known): [Objection(unknownKecamatan: code, known)]
    case .severalKecamatan(let name, let named):
      [
        Objection(
          .request, "nama '\(name)' dipakai \(named.count) kecamatan",
          fix: Remedy(
            "sebut kodenya: "
              + named.prefix(12).map { "\($0.code) \($0.name)" }.joined(separator: ", ")))
      ]
    case .unknownCalendar(let name, let known): [Objection(unknownCalendar: name, known)]
    case .noRegionTable(let path): [Objection(missing: "tabel wilayah \(path)")]
    case .noSurvey(let path): [Objection(missing: "tabel survei \(path)")]
    case .noCalendarFile(let path): [Objection(missing: "berkas \(path)")]
    case .noBook(let path): [Objection(missing: "buku \(path)")]
    case .noCopy(let path):
      [
        Objection(
          .missing, "\(path) tidak ada, atau bukan salinan ruang kerja",
          fix: "sebut folder salinannya, atau folder buku di dalamnya")
      ]
    case .noProgramData(let places):
      [
        Objection(
          .settings,
          Remedy("data program tidak ditemukan; tempatnya: \(places.joined(separator: ", "))"),
          fix: "pasang ulang, atau arahkan TENGGAT_DATA ke folder berisi Calendars dan Exports")
      ]
    case .noWorkspace(let start):
      [
        Objection(
          .missing, "tidak ada ruang kerja (kantor.yaml) di \(start) atau di atasnya",
          fix: """
            pindah ke folder ruang kerja, pakai \(do: .chooseWorkspace(nil)), atau buat dengan \
            '\(do: .foundWorkspace)'
            """)
      ]
    case .untrusted(let untrusted): [Objection(untrusted)]
    case .openTrustList(let path):
      [
        Objection(
          .settings, "\(path) dapat diubah pengguna lain, sehingga tidak dipakai",
          fix: "jadikan milik Anda sendiri: chown $USER \(path), lalu chmod 600 \(path)")
      ]
    }
  }

  /// The words for a workspace that was found and is not obeyed: what to type where it should be.
  private init(_ untrusted: UntrustedWorkspace) {
    let folder = untrusted.folder
    let what: Remedy =
      switch untrusted.doubt {
      case .ofUser(let name): "ruang kerja \(folder) milik pengguna lain (\(name))"
      case .writableByAll: "ruang kerja \(folder) dapat diubah siapa saja"
      }
    var fix: Remedy =
      "bila Anda mempercayainya, sebut sendiri: \(do: .chooseWorkspace(folder.string))"
    if let list = untrusted.list {
      fix = fix + ", atau seterusnya: tulis \(folder) sebagai satu baris dalam \(list)"
    }
    if untrusted.doubt == .writableByAll {
      fix = fix + "; atau cabut hak tulisnya: chmod o-w \(folder) \(folder)/\(Workspace.officeFile)"
    }
    self.init(
      .settings, "\(what), dan kantor.yaml di sana dapat menjalankan program atas nama Anda",
      fix: fix)
  }

  private init(missing file: String) {
    self.init(.missing, Remedy("\(file) tidak ada"), fix: "periksa nama berkasnya")
  }

  private init(unknownKecamatan word: String, _ known: [Unit]) {
    func listed(_ units: some Sequence<Unit>) -> String {
      units.map { "\($0.code) \($0.name)" }.joined(separator: ", ")
    }
    // A code that is not among a few is nearest to each of them.
    let isCode = word.contains(where: \.isNumber)
    let likely = isCode ? nil : known.nearest(to: word)
    let alike = known.filter { $0.resembles(word) }
    let fix: Remedy =
      if known.count <= Self.mostListed {
        Remedy(likely.map { "mungkin maksudnya '\($0.name)'; " } ?? "")
          + "yang ada: \(listed(known)); yang lain dengan \(do: .chooseRegionTable) FILE"
      } else if !alike.isEmpty {
        Remedy(
          "yang mirip: \(listed(alike.prefix(Self.mostListed)))"
            + (alike.count > Self.mostListed
              ? ", dan \((alike.count - Self.mostListed).indonesian) lagi" : ""))
      } else {
        Remedy(
          known.nearest(to: word).map { "mungkin maksudnya \(listed([$0]))" }
            ?? "periksa kode atau namanya")
      }
    self.init(.request, "kecamatan '\(word)' tidak ada dalam tabel wilayah", fix: fix)
  }

  /// How many kecamatan are listed at most.
  private static let mostListed = 10

  private init(unknownCalendar name: String, _ known: [String]) {
    let fix: Remedy =
      known.isEmpty
      ? "kalender dipilih hanya untuk satu kecamatan; hapus \(do: .chooseCalendar)"
      : "yang ada: \(known.joined(separator: ", "))"
    self.init(.request, "kalender '\(name)' tidak dapat dipilih", fix: fix)
  }

  /// The words for a folder that is no drop folder.
  init(_ failure: Intake.FolderFailure) {
    switch failure {
    case .missing(let path):
      self.init(
        .missing, "folder \(path) tidak ada", fix: "buat foldernya, atau sebut folder yang lain")
    case .ofWorkspace(let path):
      self.init(
        .request, "\(path) milik ruang kerja, bukan kotak masuk",
        fix: "sebut folder tempat berkas kiriman diletakkan")
    }
  }
}

extension Unit {
  /// Whether a code opens with what was written, or a name has it in itself.
  fileprivate func resembles(_ word: String) -> Bool {
    let folded = ReportCalendar.folded(word)
    return !folded.isEmpty
      && (code.description.hasPrefix(word) || ReportCalendar.folded(name).contains(folded))
  }
}

extension [Unit] {
  /// The unit whose name or code is nearest to what was written; `nil` where none is near.
  fileprivate func nearest(to word: String) -> Unit? {
    // Any code is near any other: names are better guesses.
    let isCode = word.contains(where: \.isNumber)
    let words = map { isCode ? $0.code.description : $0.name }
    return NearestIndex(words).nearest(to: word).map { self[$0] }
  }
}
