internal import ComplianceModel
internal import Workspace
internal import Wording

extension Guide {
  /// The page that a person names, in whatever case.
  ///
  /// - Throws: A ``CommandFailure`` where there is none, with the one that is likely meant.
  func asked(_ word: String) throws -> GuidePage {
    guard let page = try page(named: word) else {
      throw ArgumentRefusal.noPage(
        word, nearest: nearestMatch(to: word, among: names), listing: "tenggat panduan")
    }
    return page
  }
}
