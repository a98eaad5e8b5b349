package rinha.arena.orcamento;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// O orçamento imposto pelo Linux: um cgroup com os limites e, dentro dele, um para cada serviço, que diz quanto ele gastou.
final class CercaDeCgroups implements Cerca {
    private final ArvoreDeCgroups arvore;
    private final Orcamento orcamento;

    CercaDeCgroups(ArvoreDeCgroups arvore, Orcamento orcamento) {
        this.arvore = arvore;
        this.orcamento = orcamento;
    }

    /// O `sh` entra no cgroup e só então vira o serviço: toda a memória dele é contada, desde a primeira página.
    @Override
    public List<String> prefixo(String servico) {
        try {
            var arquivos = arvore.abrir(servico);
            var linha = new ArrayList<>(List.of("/bin/sh", "-c", """
                    n=$1; shift
                    while [ "$n" -gt 0 ]; do echo $$ >"$1" || exit 125; shift; n=$((n - 1)); done
                    exec "$@\"""", "na-cerca", Integer.toString(arquivos.size())));
            arquivos.forEach(a -> linha.add(a.toString()));
            return linha;
        } catch (IOException e) {
            throw new IllegalStateException("o cgroup do serviço %s não pôde ser criado: %s".formatted(servico, e.getMessage()), e);
        }
    }

    @Override
    public Optional<Consumo> consumo(String servico, long pid) {
        return arvore.consumo(servico);
    }

    @Override
    public Optional<Mordidas> mordidas() {
        return Optional.of(arvore.mordidas());
    }

    @Override
    public String descricao() {
        return "imposto pelo Linux (%s)".formatted(arvore.nome());
    }

    @Override
    public void close() {
        arvore.remover();
    }

}
