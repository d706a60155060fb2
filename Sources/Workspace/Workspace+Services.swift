internal import CalendarFiles
public import ComplianceModel

extension Workspace {
  /// How known services answer a webhook.
  ///
  /// - Throws: ``WorkspaceFailure`` where the program's own file is missing or faulty.
  public func services() throws(WorkspaceFailure) -> [WebhookService] {
    let (services, findings) = ServiceFile.read(try data.text(data.services))
    guard findings.isEmpty else { throw .configuration(findings) }
    return services
  }

  /// Holds the services that the office's channels name against those that are known.
  ///
  /// - Throws: ``WorkspaceFailure/configuration(_:)`` with every name that is not.
  func requireKnownServices() throws(WorkspaceFailure) {
    let named = Set(office.reminders.channels.compactMap(\.service))
    guard !named.isEmpty else { return }
    let known = try services().map(\.name)
    let findings = office.places.inOrder.compactMap { mention, place -> Finding? in
      guard case .service(let name) = mention, !known.contains(name.lowercased()) else {
        return nil
      }
      return WorkspaceSentence.unknownService(name, at: place, known: known)
    }
    guard findings.isEmpty else { throw .configuration(findings) }
  }
}
