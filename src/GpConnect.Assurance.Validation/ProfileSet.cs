namespace GpConnect.Assurance.Validation;

/// <summary>The profiles a resource must meet: few, each once, without those that another one includes. A struct, so that a valid resource allocates nothing.</summary>
internal struct ProfileSet
{
    private CompiledProfile? _first;
    private List<CompiledProfile>? _more;

    internal readonly int Count => _first is null ? 0 : 1 + (_more?.Count ?? 0);

    internal readonly CompiledProfile this[int index] => index == 0 ? _first! : _more![index - 1];

    internal void Add(CompiledProfile profile)
    {
        if (_first is null)
        {
            _first = profile;
            return;
        }

        for (var i = 0; i < Count; i++)
        {
            if (this[i].Includes(profile))
            {
                return;
            }

            if (profile.Includes(this[i]))
            {
                Replace(i, profile);
                return;
            }
        }

        (_more ??= []).Add(profile);
    }

    private void Replace(int index, CompiledProfile profile)
    {
        if (index == 0)
        {
            _first = profile;
        }
        else
        {
            _more![index - 1] = profile;
        }
    }
}
