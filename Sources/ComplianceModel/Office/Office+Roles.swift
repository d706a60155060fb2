extension Office {
  /// The roles of a kecamatan office, which may be named although no report is theirs.
  ///
  /// Source: Peraturan Pemerintah Nomor 17 Tahun 2018 on the kecamatan, and the structures that the
  /// kabupaten set for it; other spellings of a role are read too.
  public static let usualRoles = [
    "camat", "sekcam", "kasubbag-perencanaan-keuangan", "kasubbag-umum-kepegawaian",
    "kasi-pemerintahan", "kasi-trantib", "kasi-kesra", "kasi-pembangunan", "kasi-ekonomi",
    "kasi-pemberdayaan", "kasi-pelayanan",
  ]

  /// What offices write for a role: abbreviations and titles that mean the same, folded as names are.
  private static let otherSpellings: [String: String] = {
    let spellings: [(role: String, others: [String])] = [
      ("camat", ["kepalakecamatan"]),
      ("sekcam", ["sekretariscamat", "sekretariskecamatan", "sekretaris"]),
      (
        "kasubbag-perencanaan-keuangan",
        [
          "kasubbagperencanaandankeuangan", "kasubbagrenkeu",
          "kepalasubbagianperencanaandankeuangan", "kasubbagkeuangandanperencanaan",
        ]
      ),
      (
        "kasubbag-umum-kepegawaian",
        [
          "kasubbagumumdankepegawaian", "kasubbagumpeg", "kepalasubbagianumumdankepegawaian",
        ]
      ),
      ("kasi-pemerintahan", ["kasipem", "kepalaseksipemerintahan"]),
      (
        "kasi-trantib",
        [
          "kasiketenteramandanketertibanumum", "kasiketentramandanketertibanumum",
          "kasiketenteramandanketertiban", "kasiketentramandanketertiban", "kasitrantibum",
          "kepalaseksiketenteramandanketertibanumum", "kepalaseksitrantib",
        ]
      ),
      ("kasi-kesra", ["kasikesejahteraanrakyat", "kepalaseksikesejahteraanrakyat"]),
      ("kasi-pembangunan", ["kepalaseksipembangunan"]),
      ("kasi-ekonomi", ["kasiperekonomian", "kepalaseksiekonomi"]),
      (
        "kasi-pemberdayaan",
        [
          "kasipmd", "kasipemberdayaanmasyarakat", "kasipemberdayaanmasyarakatdandesa",
          "kepalaseksipemberdayaanmasyarakatdandesa",
        ]
      ),
      ("kasi-pelayanan", ["kasipelayananumum", "kasipelum", "kepalaseksipelayananumum"]),
    ]
    return Dictionary(
      spellings.flatMap { role, others in others.map { ($0, role) } },
      uniquingKeysWith: { first, _ in first })
  }()

  /// A role by what a person wrote for it: its code, the title as it is printed, or another spelling.
  ///
  /// - Parameters:
  ///   - word: What was written.
  ///   - roles: The roles that may be named.
  /// - Returns: One of the roles; `nil` where none is meant.
  public static func role(written word: String, among roles: some Collection<String>) -> String? {
    let wanted = canonical(word)
    return roles.first { ReportCalendar.folded($0) == ReportCalendar.folded(wanted) }
  }

  /// The code of the role that a spelling means; the word in small letters where none is known.
  public static func canonical(_ word: String) -> String {
    let folded = folded(word)
    if let role = otherSpellings[folded] { return role }
    return usualRoles.first { ReportCalendar.folded($0) == folded } ?? word.lowercased()
  }

  /// A title as titles are compared: the sub-section is written with one b as often as with two, and a section
  /// with an e.
  private static func folded(_ word: String) -> String {
    let folded = ReportCalendar.folded(word)
    if folded.hasPrefix("kasubag") { return "kasubbag" + folded.dropFirst(7) }
    if folded.hasPrefix("kasie"), !folded.hasPrefix("kasiekonomi") {
      return "kasi" + folded.dropFirst(5)
    }
    return folded
  }

  /// The roles that a person most likely meant by a word that names none.
  ///
  /// - Parameters:
  ///   - word: What was written.
  ///   - roles: The roles that may be named.
  /// - Returns: The nearest one, or all that a shortened word can stand for, `kasubag` for both sub-sections; none
  ///   where nothing is near.
  public static func likelyRoles(for word: String, among roles: some Collection<String>) -> [String]
  {
    let start = folded(word)
    let longer = start.count < 4 ? [] : roles.filter { folded($0).hasPrefix(start) }
    if !longer.isEmpty { return longer }
    if let role = nearestMatch(to: word, among: Array(roles)) { return [role] }
    let openings = roles.map { String($0.prefix { $0 != "-" }) }
    let opening = nearestMatch(to: start, among: openings)
    return zip(roles, openings).filter { $0.1 == opening }.map(\.0)
  }

  /// The roles that may be named: the usual ones, and those that answer for a report, in order.
  public func knownRoles(_ calendar: ReportCalendar) -> [String] {
    let responsible = calendar.reports.map { calendar.codes[$0.responsible].lowercased() }
    return Set(Office.usualRoles + responsible).sorted()
  }
}
