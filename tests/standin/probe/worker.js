fetch('page.css').then(async (answer) => postMessage(await answer.text()));
