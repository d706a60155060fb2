internal import ComplianceModel
internal import PlainText
internal import Wording
internal import Workspace

/// A file of holidays or a calendar that is not in its place yet, for people and for programs.
struct CandidatePage {
  let candidate: CandidateCalendar

  // MARK: - For people

  func print(to console: inout Console) {
    console.line("\(candidate.file): \(kind)", .strong)
    console.line("Tempatnya: \(candidate.place)")
    printOtherRegion(to: &console)
    guard candidate.findings.isEmpty else {
      console.line("\(candidate.findings.count.indonesian) galat; tidak ada yang ditulis.", .bad)
      return
    }
    console.line(
      "Tanpa galat. Lihat yang bergeser: tenggat kalender bandingkan \(candidate.file)", .good)
  }

  /// Says that the file is for a region that this workspace does not watch, where it is.
  func printOtherRegion(to console: inout Console) {
    guard let region = candidate.region, !candidate.isOfOffice else { return }
    console.line("Berlaku bagi wilayah \(region), yang tidak dipantau di sini.", .soon)
  }

  private var kind: String {
    let isSound = candidate.findings.isEmpty
    switch candidate.kind {
    case .holidays(let year, let days, let decrees):
      let name = "hari libur" + (year.map { " \($0)" } ?? " tanpa tahun")
      return isSound ? "\(name), \(days) hari dari \(decrees) dasar" : name
    case .reports(let rules, let local, let setDates):
      let letters = setDates > 0 ? ", \(setDates) tanggal menurut surat" : ""
      return isSound
        ? "kalender laporan, \(rules) aturan (\(local) tanggal lokal)\(letters)"
        : "kalender laporan"
    }
  }

  // MARK: - JSON

  var json: JSONValue {
    var members: [String: JSONValue] = [
      "berkas": .string(candidate.file), "tempat": .string(candidate.place),
      "wilayah": JSONValue(candidate.region.map { "\($0)" }),
      "galat": .integer(candidate.findings.count), "temuan": Periksa.json(candidate.findings),
    ]
    switch candidate.kind {
    case .holidays(let year, let days, let decrees):
      members["jenis"] = "libur"
      members["tahun"] = year.map { .integer($0) } ?? .null
      members["hari"] = .integer(days)
      members["dasar"] = .integer(decrees)
    case .reports(let rules, let local, let setDates):
      members["jenis"] = "kalender"
      members["aturan"] = .integer(rules)
      members["lokal"] = .integer(local)
      members["ditetapkan"] = .integer(setDates)
    }
    return .object(members)
  }
}
