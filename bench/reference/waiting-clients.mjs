// Clients that wait, in a process of their own, for bench/server.bench.mjs: `node waiting-clients.mjs ADDRESS COUNT`.
// Prints how many answers have begun. Killed, all of them are gone at the same moment.
const [address, count] = process.argv.slice(2)
const body = JSON.stringify({ prompt: '600000 ms', size: '64x64' })
const began = Array.from({ length: Number(count) }, () =>
  fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }),
)
const answers = await Promise.all(began)
console.log(answers.filter(({ status }) => status === 200).length)
setInterval(() => {}, 60_000) // holds on
