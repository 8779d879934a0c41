namespace SayNo.Web;

/// <summary>The modules that are switched on, each after those it depends on.</summary>
public sealed class ModuleList
{
    private readonly List<Module> _inOrder = [];

    /// <exception cref="InvalidOperationException">Two modules have one name, a needed one is missing, or they need each other.</exception>
    public ModuleList(IEnumerable<Module> modules)
    {
        var byName = new Dictionary<string, Module>(StringComparer.OrdinalIgnoreCase);

        foreach (var module in modules)
        {
            if (!byName.TryAdd(module.Name, module))
            {
                throw new InvalidOperationException($"Two modules are called {module.Name}.");
            }
        }

        foreach (var module in byName.Values)
        {
            Add(module, byName, []);
        }
    }

    public IReadOnlyList<Module> All => _inOrder;

    public bool Has(string name) => _inOrder.Any(module => module.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private void Add(Module module, Dictionary<string, Module> byName, IReadOnlyList<string> path)
    {
        if (path.Contains(module.Name, StringComparer.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException($"These modules need each other in a circle: {string.Join(" > ", path)} > {module.Name}.");
        }

        foreach (var name in module.DependsOn)
        {
            var needed = byName.GetValueOrDefault(name)
                ?? throw new InvalidOperationException($"The module {module.Name} needs the module {name}, which is not switched on.");

            Add(needed, byName, [.. path, module.Name]);
        }

        if (!_inOrder.Contains(module))
        {
            _inOrder.Add(module);
        }
    }
}
