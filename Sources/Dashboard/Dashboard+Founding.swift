internal import Deeds
internal import Exchange
internal import HTTPTypes
internal import Hummingbird
internal import SystemPackage
internal import Workspace

/// Making the workspace where there is none.
///
/// Only who sits at this computer comes as far as this: it is served to no other, and the form has the token and the
/// site that sent it looked at as every form has.
extension Dashboard {
  /// The page that makes it.
  func showFounding(_ request: Request, on ground: FoundingGround) async throws -> Response {
    let admission = try ownerAdmission(request)
    let query = try PageQuery(request.uri, known: FoundingPage.keys)
    let page = try await Blocking.run {
      try FoundingPage(query, office, ground, base: site.base)
    }
    return try show(page, admission)
  }

  /// What comes of its form.
  func found(_ request: Request, on ground: FoundingGround) async throws -> Response {
    guard Origin.isOwn(request.head) else { throw ShownTrouble(trouble: .strangeForm) }
    let admission = try ownerAdmission(request)
    let known = FormFields.Known(
      single: Set(FoundingEntry.names + [FoundingEntry.stage, FormToken.field]))
    let fields = try await FormBody(known, puttingFilesInto: office.temporaryFolder).read(request)
    try admission.require(fields)
    let stage =
      try fields.value(FoundingEntry.stage, as: "'periksa' atau 'buat'") {
        FoundingEntry.Stage(rawValue: $0)
      } ?? .check
    return try await Blocking.run {
      let entry = FoundingEntry(fields)
      do {
        return switch stage {
        case .practice: try foundPractice(on: ground, admission)
        case .check: try check(entry, fields, admission, ground)
        case .found: try found(entry, ground)
        }
      } catch let refused as FoundingEntry.Refused {
        let page = try FoundingPage(entry, refused.problems, office, ground, base: site.base)
        return try show(page, admission, .unprocessableContent)
      }
    }
  }

  /// Shows what would be made.
  private func check(
    _ entry: FoundingEntry, _ fields: FormFields, _ admission: Admission, _ ground: FoundingGround
  ) throws -> Response {
    let request = try entry.request(ground)
    do {
      let outcome = try request.preview(data: office.data)
      try outcome.founding.requireGroundOfItsOwn(in: office.folder)
      let page = FoundingPreviewPage(outcome, fields, in: office.folder.string, base: site.base)
      return try show(page, admission)
    } catch {
      throw try FoundingEntry.refused(error)
    }
  }

  /// Makes the workspace.
  private func found(_ entry: FoundingEntry, _ ground: FoundingGround) throws -> Response {
    let request = try entry.request(ground)
    do {
      _ = try request.found(in: office.folder, data: office.data)
      return .redirect(to: site.base + "/", type: .normal)
    } catch {
      throw try FoundingEntry.refused(error)
    }
  }

  /// Makes a workspace for practice; what stands against it is told on the page that offers it.
  private func foundPractice(
    on ground: FoundingGround, _ admission: Admission
  ) throws -> Response {
    do {
      _ = try FoundPractice(today: office.today(in: FoundPractice.zone))
        .found(in: office.folder, data: office.data)
      return .redirect(to: site.base + "/", type: .normal)
    } catch {
      let problems = try FoundingEntry.refused(error).problems
      let page = try FoundingPage(refusing: problems, office, ground, base: site.base)
      return try show(page, admission, .unprocessableContent)
    }
  }

  private func ownerAdmission(_ request: Request) throws -> Admission {
    guard !site.isExposed, let admission = try gate.admission(request), admission.user == nil else {
      throw ShownTrouble(trouble: .notAllowed)
    }
    return admission
  }

  private func show(
    _ page: some ShownPage, _ admission: Admission, _ status: HTTPResponse.Status = .ok
  ) throws -> Response {
    try templates.page(
      PageFrame(founding: page.title, admission, base: site.base), page, type(of: page).template
    ).response(status)
  }
}
