using Microsoft.Playwright;

namespace SayNo.Browser.Tests.Admin;

/// <summary>Somebody with a keyboard and no mouse, who must see at every step where they are.</summary>
internal sealed class Keys(IPage page)
{
    // More than any screen has controls: whoever has pressed so often goes round in a circle.
    private const int Most = 150;

    public IPage Page => page;

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public Task TypeAsync(string text) => page.Keyboard.InsertTextAsync(text);

    /// <summary>Types the first letters of a choice, and the list goes to it.</summary>
    public Task ChooseAsync(string choice) => page.Keyboard.TypeAsync(choice);

    /// <summary>Goes on from control to control until it is at the one with this name.</summary>
    /// <param name="name">What it is called on the screen, from its beginning.</param>
    /// <param name="key">With Tab to one that comes later, with Shift+Tab to one before.</param>
    public async Task GoToAsync(string name, string key = "Tab")
    {
        var passed = new List<string>();

        for (var presses = 0; presses < Most; presses++)
        {
            await PressAsync(key);
            var focus = await page.FocusAsync();
            Assert.True(focus is not null, $"The screen ended before \"{name}\". On the way there were: {string.Join(" | ", passed)}");
            Assert.True(focus.Problem is null, $"{focus.Html}: {focus.Problem}");
            passed.Add(focus.Name);

            if (focus.Name.StartsWith(name, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"There is no \"{name}\". On the way there were: {string.Join(" | ", passed)}");
    }

    /// <summary>Goes to a link or a button and presses it.</summary>
    public async Task UseAsync(string name, string key = "Enter")
    {
        await GoToAsync(name);
        await PressAsync(key);
    }

    /// <summary>What a new screen begins with is the way past its menus.</summary>
    public async Task SkipMenusAsync()
    {
        await UseAsync("Skip to the main content");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.id === 'main'"));
    }
}
