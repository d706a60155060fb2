internal import ComplianceModel
internal import Deeds
internal import Wording
internal import Workspace

/// What came in and waits: the files of the drop folder and of its quarantine, and where others are sent.
struct InboxPage: Page {
  static let path = "/masuk"
  static let name: String? = "Masuk"
  static let template = "masuk"
  static let help: GuidePlace? = GuidePlace("Halaman", "Yang masuk")
  static let readers = Audience.office
  static let keys: Set = [ConfirmationForm.key]

  /// Some of the files.
  struct Group: Sendable {
    let title: String
    /// What they are.
    let about: String
    let files: [FilingLine]
    /// Whether there is none; a template sees only what is stored.
    let isEmpty: Bool
  }

  let title = "Masuk"
  /// What the visitor recorded a moment ago.
  let receipt: Receipt?
  let groups: [Group]
  /// What else there is to know of the folder.
  let remarks: [String]
  /// Whether the visitor may record, on a page about today.
  let canRecord: Bool
  /// Whether there is a file to choose.
  let hasChoice: Bool
  /// Where files that are chosen are sent.
  let action: String
  /// Where files from the visitor's computer are sent.
  let uploadAction: String
  /// Where a table is sent.
  let tableAction: String

  init(_ visit: Visit) throws {
    receipt = visit.receipt
    canRecord = visit.day == visit.today && visit.visitor.isAmong(InboxForm.writers)
    action = visit.paths.page(InboxForm.path)
    uploadAction = visit.paths.page(UploadForm.path)
    tableAction = visit.paths.page(TableForm.path)
    do {
      let (untaken, quarantined, more) = try FilingDesk(visit: visit).overview()
      groups = [
        Group(
          title: "Di kotak masuk",
          about: "Berkas dalam kotak-masuk yang belum diambil, menurut namanya.", files: untaken),
        Group(
          title: "Di karantina",
          about: "Berkas yang namanya tidak dipahami, dan karena itu disisihkan.",
          files: quarantined),
      ]
      remarks = more
    } catch Intake.FolderFailure.missing {
      (groups, remarks) = ([], ["Folder kotak-masuk belum ada di ruang kerja."])
    }
    hasChoice = groups.contains { $0.files.contains(where: \.canBeChosen) }
  }
}

extension InboxPage.Group {
  init(title: String, about: String, files: [FilingLine]) {
    self.init(title: title, about: about, files: files, isEmpty: files.isEmpty)
  }
}
