package rinha.arena.orcamento;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// As duas versões dos cgroups do Linux.
sealed interface ArvoreDeCgroups permits CgroupsV1, CgroupsV2 {
    String nome();

    /// Cria o cgroup do serviço, se preciso, e devolve os arquivos em que ele escreve o pid para entrar.
    List<Path> abrir(String servico) throws IOException;

    Optional<Consumo> consumo(String servico);

    Cerca.Mordidas mordidas();

    /// Apaga tudo o que foi criado; espera um pouco pelos processos que ainda estão saindo.
    void remover();
}
