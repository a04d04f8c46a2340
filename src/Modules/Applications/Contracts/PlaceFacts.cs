namespace Madoguchi.Applications.Contracts;

/// <summary>A place of a booking was given (参加決定), or one on the waiting list (キャンセル待ち).</summary>
public sealed record PlaceTaken(string IntakeNumber, string Procedure, string? Account, string Session, bool Confirmed) : IEvent;

/// <summary>A place became free and is offered until a time (繰上げ); UTC.</summary>
public sealed record PlaceOffered(string IntakeNumber, string Procedure, string? Account, string Session, DateTime Until) : IEvent;

/// <summary>An offered place was taken.</summary>
public sealed record PlaceConfirmed(string IntakeNumber, string Procedure, string? Account, string Session) : IEvent;

/// <summary>An offered place was not taken in time.</summary>
public sealed record PlaceLapsed(string IntakeNumber, string Procedure, string? Account, string Session) : IEvent;
