internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Workspace

/// The calendar of due dates that whoever has its address gets, without logging in.
enum SubscribedCalendar {
  /// The path, as the router reads it, and as it stands in the log: the secret does not.
  static let path = "/langganan/{berkas}"

  private static let ending = ".ics"

  /// The path of the calendar with a secret.
  static func path(secret: String) -> String { path.replacing("{berkas}", with: secret + ending) }

  /// The secret in the last part of an address; `nil` for what cannot be one.
  static func secret(in name: String) -> String? {
    guard name.hasSuffix(ending) else { return nil }
    let secret = String(name.dropLast(ending.count))
    return secret.utf8.count == 64 ? secret : nil
  }
}

extension Dashboard {
  /// The calendar of an address; what is no address of one is answered as any page that there is not.
  func subscribedCalendar(_ request: Request, _ context: PageContext) async throws -> Response {
    let query = try PageQuery(request.uri, known: ["tahun"])
    let year = try query.year()
    let secret = context.parameters.get("berkas").flatMap(SubscribedCalendar.secret)
    let bytes = try await Blocking.run {
      // What is wrong with the workspace is nothing to somebody who has not logged in.
      do {
        return try office.calendar(secret: secret, year: year)
      } catch {
        throw ShownTrouble(trouble: .noCalendar)
      }
    }
    guard let bytes else {
      // Whoever guesses waits longer each time; who has an address is never held up by who guesses beside them.
      let guesser = [LoginAttempts.Subject.address(ClientNetwork.text(of: context.way.client))]
      if let wait = subscriptionAttempts.begin(guesser, now: office.now) {
        throw ShownTrouble(trouble: .mustWait(wait))
      }
      throw ShownTrouble(trouble: .noSuchPage)
    }
    var headers = HTTPFields()
    headers[.contentType] = ExportFile.Kind.ics.type
    headers[.contentDisposition] = AttachmentName.header("tenggat.ics", shown: false)
    return Response(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension OfficeSource {
  /// The calendar of an address, as it is now: the bytes of `ekspor ics` for the same scope.
  ///
  /// - Parameters:
  ///   - secret: The secret of the address; `nil` where it has none.
  ///   - year: The duty year; that of today where it is `nil`.
  /// - Returns: The file; `nil` where nobody has made such an address, or its unit is watched no more.
  /// - Throws: What reading the workspace throws.
  fileprivate func calendar(secret: String?, year: Int?) throws -> [UInt8]? {
    guard let secret, let subscription = try subscriptions()[secret: secret] else { return nil }
    let (workspace, _, _, today) = try opened(lookingAgain: .atFirst)
    let viewed = workspace.viewed(on: today)
    var units: [RegionCode] = []
    if let unit = subscription.unit {
      guard viewed.kecamatan.contains(where: { $0.unit(unit) != nil }) else { return nil }
      units = [unit]
    }
    let question = Obligations.Question(
      .year(year ?? today.year), of: UnitScope(units, viewed.kecamatan), asOf: today,
      knownThrough: nil, role: subscription.jabatan)
    let made = ClockReading(
      unixSeconds: Int(now.components.seconds), in: workspace.office.zone)
    return DueCalendarFile(try DueCalendar(question, in: viewed), made: made).bytes
  }
}
