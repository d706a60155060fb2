internal import CivilCalendar
internal import ComplianceModel
internal import ProgramVersion
internal import Wording
internal import Workspace

/// What stands around a page: its title, whose it is, and the way to the others.
struct PageFrame: Sendable {
  /// A page in the navigation.
  struct Link: Sendable {
    let title: String
    let path: String
    /// Whether it is the page that is shown.
    let isCurrent: Bool
  }

  /// The title.
  let title: String
  /// Whose pages they are: `Kecamatan Hatungun`; `nil` where no workspace was opened.
  let office: String?
  /// The day of judging in words; `nil` where no workspace was opened.
  let day: String?
  /// Whether the day is not today, so that the page must say so.
  let isOfOtherDay: Bool
  /// What says that the workspace is for practice; `nil` where it is not, or none was opened.
  let practice: String?
  /// Where the pages begin, for the addresses in templates: empty, or `/tenggat`.
  let base: String
  /// The pages that the visitor may open.
  let links: [Link]
  /// What a form sends back, as `bagian-tanda` writes it; `nil` where nobody is in.
  let token: String?
  /// The name of the user, who can log out; `nil` while there are no users, and where nobody is in.
  let user: String?
  /// The part of the guide that explains the page; `nil` where none does.
  let help: String?
  /// The guide; `nil` where it cannot be opened, or nobody is in: strangers learn of no version either.
  let guide: String?
  /// The version of the program.
  let version = ProgramVersion.number

  /// The frame of a page.
  init(title: String, at path: String, help: GuidePlace?, _ visit: Visit) {
    self.title = title
    office = ViewFilter().who(visit.workspace.kecamatan)
    day = "\(Words.day(visit.day)) \(visit.zone.rawValue)"
    isOfOtherDay = visit.day != visit.today
    practice = visit.workspace.office.isPractice ? Words.practice : nil
    base = visit.base
    let isOfSeveral = visit.workspace.kecamatan.count > 1
    let unit = visit.chosenUnit
    links = PageFrame.links(at: path, ofSeveral: isOfSeveral, visit.visitor.isAmong) { page in
      // Who has chosen a kecamatan goes on with it; the recap is what leads to others.
      if let unit, page.keys.contains("unit"), !page.isOfSeveralKecamatan {
        visit.paths.page(page.path, ["unit": "\(unit)"])
      } else {
        visit.paths.page(page.path)
      }
    }
    token = visit.formToken
    user = visit.visitor.account.map { (try? visit.visitor.recorder()) ?? $0 }
    self.help = help?.address(visit.paths)
    guide = visit.paths.page(GuideIndexPage.path)
  }

  /// The frame of a page that says why there is none, or that asks who it is.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - admission: As whom the request came in; `nil` where nobody is in.
  ///   - base: Where the pages begin.
  init(title: String, for admission: Admission?, base: String) {
    self.title = title
    office = nil
    day = nil
    isOfOtherDay = false
    practice = nil
    self.base = base
    links =
      admission.map { admission in
        PageFrame.links(at: "", ofSeveral: false, admission.isAmong) { base + $0.path }
      } ?? []
    token = admission?.token.text
    user = admission?.user?.name
    help = nil
    guide = admission.map { _ in base + GuideIndexPage.path }
  }

  /// The frame of a page that makes the workspace, from which nothing else can be opened yet.
  init(founding title: String, _ admission: Admission, base: String) {
    self.title = title
    office = nil
    day = nil
    isOfOtherDay = false
    practice = nil
    self.base = base
    links = []
    token = admission.token.text
    user = nil
    help = nil
    guide = nil
  }

  private static func links(
    at path: String, ofSeveral isOfSeveral: Bool, _ isAmong: (Audience) -> Bool,
    _ address: (any Page.Type) -> String
  ) -> [Link] {
    Dashboard.pages.filter { page in
      isAmong(page.readers) && (isOfSeveral || !page.isOfSeveralKecamatan)
    }.compactMap { page in
      page.name.map {
        Link(title: $0, path: address(page), isCurrent: page.path == path)
      }
    }
  }
}
