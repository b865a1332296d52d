using System.Collections.Frozen;
using System.Globalization;

namespace GpConnect.Assurance.Fhir.FhirPath.Values;

/// <summary>
/// Enough of UCUM to compare quantities: products, quotients, powers, prefixes, and the units that results and doses are given in.
/// Codes outside it compare only with themselves.
/// </summary>
/// <remarks>https://ucum.org/ucum</remarks>
internal static class Ucum
{
    private const int MaxLength = 64;
    private static readonly FrozenDictionary<string, decimal> Prefixes = new Dictionary<string, decimal>
    {
        ["T"] = 1e12m,
        ["G"] = 1e9m,
        ["M"] = 1e6m,
        ["k"] = 1e3m,
        ["h"] = 1e2m,
        ["da"] = 1e1m,
        ["d"] = 1e-1m,
        ["c"] = 1e-2m,
        ["m"] = 1e-3m,
        ["u"] = 1e-6m,
        ["n"] = 1e-9m,
        ["p"] = 1e-12m,
        ["f"] = 1e-15m,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Atom> Atoms = MakeAtoms();

    /// <summary>Expresses an amount of one unit in another.</summary>
    /// <returns>Null when a unit is not known here, or they measure different things.</returns>
    public static decimal? Convert(decimal value, string from, string to)
    {
        if (from == to)
        {
            return value;
        }

        try
        {
            return TryParse(from, out var source) && TryParse(to, out var target) && source.Dimension == target.Dimension
                ? WithoutTrailingZeros(value * source.Factor / target.Factor)
                : null;
        }
        catch (Exception e) when (e is OverflowException or DivideByZeroException)
        {
            return null;
        }
    }

    /// <summary>Multiplies or divides two units.</summary>
    public static string Combine(string left, string right, bool divide) =>
        right == "1" ? left
        : left == "1" && !divide ? right
        : left == right && divide ? "1"
        : divide ? $"{(left == "1" ? "" : left)}/{Grouped(right)}" : $"{left}.{right}";

    private static decimal WithoutTrailingZeros(decimal value) => value / 1.0000000000000000000000000000m;

    private static string Grouped(string unit) => unit.AsSpan().IndexOfAny('.', '/') >= 0 ? $"({unit})" : unit;

    private static bool TryParse(string code, out Measure measure)
    {
        var at = 0;
        measure = default;
        return code.Length is > 0 and <= MaxLength && TryTerm(code, ref at, out measure) && at == code.Length;
    }

    private static bool TryTerm(string code, ref int at, out Measure measure)
    {
        measure = Measure.One;
        var divide = at < code.Length && code[at] == '/';
        at += divide ? 1 : 0;
        while (true)
        {
            if (!TryComponent(code, ref at, out var component))
            {
                return false;
            }

            measure = divide ? measure.Over(component) : measure.Times(component);
            if (at >= code.Length || code[at] is not ('.' or '/'))
            {
                return true;
            }

            divide = code[at++] == '/';
        }
    }

    private static bool TryComponent(string code, ref int at, out Measure measure)
    {
        measure = Measure.One;
        if (at < code.Length && code[at] == '(')
        {
            at++;
            return TryTerm(code, ref at, out measure) && at < code.Length && code[at++] == ')';
        }

        if (at < code.Length && code[at] == '{')
        {
            return TryAnnotation(code, ref at);
        }

        var start = at;
        while (at < code.Length && code[at] is not ('.' or '/' or '(' or ')' or '{'))
        {
            if (code[at] == '[')
            {
                at = code.IndexOf(']', at) is > 0 and var close ? close : code.Length - 1;
            }

            at++;
        }

        return TryUnit(code.AsSpan(start, at - start), out measure) && (at >= code.Length || code[at] != '{' || TryAnnotation(code, ref at));
    }

    private static bool TryAnnotation(string code, ref int at)
    {
        var close = code.IndexOf('}', at);
        at = close + 1;
        return close > 0;
    }

    private static bool TryUnit(ReadOnlySpan<char> text, out Measure measure)
    {
        measure = Measure.One;
        if (Prefix(text, "10*", out var power) || Prefix(text, "10^", out power))
        {
            return int.TryParse(power, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
                && Math.Abs(exponent) <= 20
                && Scaled(new Measure(10m, Dimension.None), exponent, out measure);
        }

        if (decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            measure = new Measure(number, Dimension.None);
            return number > 0;
        }

        var end = text.Length;
        while (end > 0 && (char.IsAsciiDigit(text[end - 1]) || text[end - 1] is '+' or '-'))
        {
            end--;
        }

        var times = 1;
        return (end == text.Length || int.TryParse(text[end..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out times))
            && Math.Abs(times) <= 9
            && TryAtom(text[..end].ToString(), out var atom)
            && Scaled(atom, times, out measure);
    }

    private static bool Prefix(ReadOnlySpan<char> text, string prefix, out ReadOnlySpan<char> rest)
    {
        rest = text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : default;
        return !rest.IsEmpty;
    }

    private static bool Scaled(Measure measure, int times, out Measure result)
    {
        result = Measure.One;
        for (var i = 0; i < Math.Abs(times); i++)
        {
            result = times > 0 ? result.Times(measure) : result.Over(measure);
        }

        return true;
    }

    private static bool TryAtom(string text, out Measure measure)
    {
        if (Atoms.TryGetValue(text, out var plain))
        {
            measure = plain.Measure;
            return true;
        }

        for (var length = 1; length <= 2 && length < text.Length; length++)
        {
            if (Prefixes.TryGetValue(text[..length], out var factor) && Atoms.TryGetValue(text[length..], out var atom) && atom.IsMetric)
            {
                measure = new Measure(factor * atom.Measure.Factor, atom.Measure.Dimension);
                return true;
            }
        }

        measure = default;
        return false;
    }

    private static FrozenDictionary<string, Atom> MakeAtoms()
    {
        var length = new Dimension(1, 0, 0, 0, 0, 0, 0, "");
        var time = new Dimension(0, 1, 0, 0, 0, 0, 0, "");
        var mass = new Dimension(0, 0, 1, 0, 0, 0, 0, "");
        var temperature = new Dimension(0, 0, 0, 1, 0, 0, 0, "");
        var charge = new Dimension(0, 0, 0, 0, 1, 0, 0, "");
        var light = new Dimension(0, 0, 0, 0, 0, 1, 0, "");
        var amount = new Dimension(0, 0, 0, 0, 0, 0, 1, "");
        var volume = length.Times(length).Times(length);
        var pressure = mass.Over(length).Over(time).Over(time);
        var energy = mass.Times(length).Times(length).Over(time).Over(time);
        var atoms = new Dictionary<string, Atom>(StringComparer.Ordinal);
        Add(true, 1, length, "m");
        Add(true, 1, time, "s");
        Add(true, 1, mass, "g");
        Add(true, 1, temperature, "K");
        Add(true, 1, charge, "C");
        Add(true, 1, light, "cd");
        Add(true, 1, amount, "mol");
        Add(true, 1, amount, "eq");
        Add(true, 1, amount, "osm");
        Add(true, 0.001m, volume, "L");
        Add(true, 0.001m, volume, "l");
        Add(true, 1000, pressure, "Pa");
        Add(true, 1000, energy, "J");
        Add(true, 1000, energy.Over(time), "W");
        Add(true, 1000, mass.Times(length).Over(time).Over(time), "N");
        Add(true, 1, Dimension.None.Over(time), "Hz");
        Add(true, 1, Dimension.None.Over(time), "Bq");
        Add(true, 1, charge.Over(time), "A");
        Add(true, 1000, energy.Over(charge), "V");
        Add(true, 4184, energy, "cal");
        Add(true, 100_000_000, pressure, "bar");
        Add(true, 133322m, pressure, "m[Hg]");
        Add(true, 1_000_000, mass, "t");
        Add(true, 0.000001m / 60, amount.Over(time), "U");
        Add(true, 1, amount.Over(time), "kat");
        Add(true, 1, new Dimension(0, 0, 0, 0, 0, 0, 0, "[iU]"), "[iU]");
        Add(true, 1, new Dimension(0, 0, 0, 0, 0, 0, 0, "[iU]"), "[IU]");
        Add(true, 1, new Dimension(0, 0, 0, 0, 0, 0, 0, "[arb'U]"), "[arb'U]");
        Add(true, 1, new Dimension(0, 0, 0, 0, 0, 0, 0, "Cel"), "Cel");
        Add(false, 0.01m, Dimension.None, "%");
        Add(false, 0.000001m, Dimension.None, "[ppm]");
        Add(false, 60, time, "min");
        Add(false, 3600, time, "h");
        Add(false, 86_400, time, "d");
        Add(false, 604_800, time, "wk");
        Add(false, 2_629_800, time, "mo");
        Add(false, 31_557_600, time, "a");
        Add(false, 0.0254m, length, "[in_i]");
        Add(false, 0.3048m, length, "[ft_i]");
        Add(false, 453.59237m, mass, "[lb_av]");
        Add(false, 28.349523125m, mass, "[oz_av]");
        Add(false, 6350.29318m, mass, "[stone_av]");
        Add(false, 1, new Dimension(0, 0, 0, 0, 0, 0, 0, "[pH]"), "[pH]");
        return atoms.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(bool isMetric, decimal factor, Dimension dimension, string code) =>
            atoms.Add(code, new Atom(new Measure(factor, dimension), isMetric));
    }

    private readonly record struct Atom(Measure Measure, bool IsMetric);

    private readonly record struct Measure(decimal Factor, Dimension Dimension)
    {
        public static Measure One { get; } = new(1, Dimension.None);

        public Measure Times(Measure other) => new(Factor * other.Factor, Dimension.Times(other.Dimension));

        public Measure Over(Measure other) => new(Factor / other.Factor, Dimension.Over(other.Dimension));
    }

    /// <summary>Powers of metre, second, gram, kelvin, coulomb, candela and mole; and the names of arbitrary units, which convert to nothing else.</summary>
    private readonly record struct Dimension(
        sbyte Metre, sbyte Second, sbyte Gram, sbyte Kelvin, sbyte Coulomb, sbyte Candela, sbyte Mole, string Arbitrary)
    {
        public static Dimension None { get; } = new(0, 0, 0, 0, 0, 0, 0, "");

        public Dimension Times(Dimension other) => Add(other, 1);

        public Dimension Over(Dimension other) => Add(other, -1);

        private Dimension Add(Dimension other, int sign) => new(
            (sbyte)(Metre + (sign * other.Metre)),
            (sbyte)(Second + (sign * other.Second)),
            (sbyte)(Gram + (sign * other.Gram)),
            (sbyte)(Kelvin + (sign * other.Kelvin)),
            (sbyte)(Coulomb + (sign * other.Coulomb)),
            (sbyte)(Candela + (sign * other.Candela)),
            (sbyte)(Mole + (sign * other.Mole)),
            other.Arbitrary.Length == 0 ? Arbitrary : $"{Arbitrary}{(sign > 0 ? '.' : '/')}{other.Arbitrary}");
    }
}
