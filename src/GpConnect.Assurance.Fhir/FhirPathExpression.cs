using GpConnect.Assurance.Fhir.FhirPath;
using GpConnect.Assurance.Fhir.FhirPath.Expressions;
using GpConnect.Assurance.Fhir.FhirPath.Syntax;
using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir;

/// <summary>
/// A FHIRPath expression, compiled once, evaluated any number of times and on any thread. It knows FHIRPath 1.0 as STU3 uses it and
/// what its successor added; where either is silent it does what STU3's own invariants need.
/// </summary>
/// <remarks>http://hl7.org/fhirpath/STU1/, http://hl7.org/fhir/STU3/fhirpath.html</remarks>
public sealed class FhirPathExpression
{
    private readonly Expression _expression;

    private FhirPathExpression(string text, Expression expression)
    {
        Text = text;
        _expression = expression;
    }

    public string Text { get; }

    /// <exception cref="FhirPathSyntaxException">The text is not FHIRPath.</exception>
    public static FhirPathExpression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new FhirPathExpression(text, Parser.Parse(text));
    }

    /// <summary>Evaluates on a node, which is <c>%context</c> and the first <c>$this</c>. Does not throw on any document.</summary>
    public FhirPathResult Evaluate(FhirNode focus, FhirPathContext? context = null)
    {
        var machine = Machine.Rent(focus, context ?? FhirPathContext.Default);
        try
        {
            _expression.Evaluate(machine, new Scope(FhirPathItem.Of(focus), 0));
            var truth = FhirPath.Truth.OfResult(machine, 0);
            var items = machine.From(0).ToArray();
            var unknown = Array.Find(items, item => item.IsUnknown);
            var because = unknown.IsUnknown ? unknown.Text : truth == FhirPathTruth.Undecided ? machine.Inconclusive : null;
            return new FhirPathResult(items, truth, because);
        }
        catch (StepsExceededException)
        {
            return new FhirPathResult([], FhirPathTruth.Undecided, TooCostly(machine));
        }
        finally
        {
            machine.Return();
        }
    }

    /// <summary>Evaluates as a rule, without making a result.</summary>
    public FhirPathTruth Test(FhirNode focus, FhirPathContext? context = null) => Test(focus, context, out _);

    /// <summary>Evaluates as a rule, without making a result.</summary>
    /// <param name="because">Why it is undecided; null when it is decided.</param>
    public FhirPathTruth Test(FhirNode focus, FhirPathContext? context, out string? because)
    {
        var machine = Machine.Rent(focus, context ?? FhirPathContext.Default);
        try
        {
            _expression.Evaluate(machine, new Scope(FhirPathItem.Of(focus), 0));
            var truth = FhirPath.Truth.OfResult(machine, 0);
            because = truth == FhirPathTruth.Undecided ? machine.UnknownBecause ?? machine.Inconclusive : null;
            return truth;
        }
        catch (StepsExceededException)
        {
            because = TooCostly(machine);
            return FhirPathTruth.Undecided;
        }
        finally
        {
            machine.Return();
        }
    }

    /// <summary>The truth on every node with certain children, as far as that is certain without looking into them; null when it is not.</summary>
    /// <param name="isPresent">
    /// Whether there is a child under a name as expressions write it (<c>value</c> for <c>valueQuantity</c>), or anything at a path of names; null when that is not known.
    /// </param>
    internal FhirPathTruth? Foresee(Func<string, bool?> isPresent) => Foreseen(new Foresight(isPresent));

    /// <summary>The truth on a node, as far as it is certain from what is at the paths that the expression names, whatever it is; null when it is not.</summary>
    internal FhirPathTruth? Foresee(FhirNode focus) => Foreseen(new Foresight(focus));

    /// <summary>Whether a child's name is that of an element as expressions write it: itself, or a choice in one of its types.</summary>
    internal static bool IsNamed(string child, string name) => child == name || ChoiceNames.IsChoiceOf(child, name);

    private FhirPathTruth? Foreseen(in Foresight foresight) => _expression.Foresee(foresight) switch
    {
        FhirPath.Foreseen.True => FhirPathTruth.True,
        FhirPath.Foreseen.False => FhirPathTruth.False,
        FhirPath.Foreseen.Empty => FhirPathTruth.Empty,
        _ => null,
    };

    public override string ToString() => Text;

    private static string TooCostly(Machine machine) => $"the evaluation took more than {machine.Context.MaxSteps} steps";
}
