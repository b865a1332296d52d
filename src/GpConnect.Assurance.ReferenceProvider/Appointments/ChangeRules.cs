using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>The rules that amending and cancelling each have for themselves, so that each can be broken alone.</summary>
internal sealed record ChangeRules
{
    public required Rule IfMatchIsRequired { get; init; }

    public required Rule VersionIsChecked { get; init; }

    public required Rule VersionGoesUp { get; init; }

    public required Rule UnknownIdIsNotFound { get; init; }

    public required Rule PastIsRefused { get; init; }

    public required Rule VisitsAreRefused { get; init; }

    /// <summary>Null where no defect takes a change of a cancelled appointment.</summary>
    public Rule? CancelledIsRefused { get; init; }

    /// <summary>By which a cancelled appointment may be changed; null where none allows it.</summary>
    public Reading? CancelledIsTaken { get; init; }

    /// <summary>Null where no defect takes any body.</summary>
    public Rule? BodyIsChecked { get; init; }

    public required Rule OtherChangesAreRefused { get; init; }

    /// <summary>A change that is refused for one thing does not do another.</summary>
    public required Rule RefusedChangesChangeNothing { get; init; }

    public required Rule AnyOrganisationMay { get; init; }
}
