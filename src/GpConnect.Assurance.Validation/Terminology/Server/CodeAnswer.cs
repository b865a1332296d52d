namespace GpConnect.Assurance.Validation;

/// <summary>What a terminology service says of a code.</summary>
/// <param name="IsMember">Null: no answer, and <paramref name="Reason"/> says why.</param>
/// <param name="Reason">Ends a sentence: "the terminology server answered with status 404".</param>
public readonly record struct CodeAnswer(bool? IsMember, string? Reason)
{
    public static CodeAnswer Member { get; } = new(true, null);

    public static CodeAnswer NotMember { get; } = new(false, null);

    public static CodeAnswer Unanswered(string reason) => new(null, reason);
}
